package dev.muster.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueueTest extends QueueBehaviour {
    SqliteQueueTest(@TempDir Path folder) {
        super(TestDatabase.at(TestDatabase.fileIn(folder)));
    }
}
