package dev.muster.store;

class PostgresQueueTest extends QueueBehaviour {
    PostgresQueueTest() {
        super(TestDatabase.at(PostgresServer.newDatabase()));
    }
}
