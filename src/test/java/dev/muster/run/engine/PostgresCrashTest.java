package dev.muster.run.engine;

import dev.muster.store.PostgresServer;

class PostgresCrashTest extends CrashBehaviour {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Override
    int sideBySide() {
        return 2;
    }

    @Override
    int killsOnDemand() {
        return 50;
    }
}
