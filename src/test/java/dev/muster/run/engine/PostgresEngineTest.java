package dev.muster.run.engine;

import dev.muster.store.PostgresServer;
import dev.muster.store.TestDatabase;

class PostgresEngineTest extends EngineBehaviour {
    PostgresEngineTest() {
        super(TestDatabase.at(PostgresServer.newDatabase()));
    }
}
