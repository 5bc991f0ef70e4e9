package dev.muster.store;

class PostgresPlansTest extends PlansBehaviour {
    PostgresPlansTest() {
        super(TestDatabase.at(PostgresServer.newDatabase()));
    }
}
