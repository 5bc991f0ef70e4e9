package dev.muster.run.engine;

import dev.muster.store.TestDatabase;

class SqliteCrashTest extends CrashBehaviour {
    @Override
    String url() {
        return TestDatabase.fileIn(folder);
    }

    @Override
    int sideBySide() {
        return 1;
    }

    @Override
    int killsOnDemand() {
        return 200;
    }
}
