package dev.muster.store;

class PostgresPoliciesTest extends PoliciesBehaviour {
    PostgresPoliciesTest() {
        super(TestDatabase.at(PostgresServer.newDatabase()));
    }
}
