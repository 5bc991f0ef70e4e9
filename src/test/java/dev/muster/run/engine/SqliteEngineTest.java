package dev.muster.run.engine;

import dev.muster.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEngineTest extends EngineBehaviour {
    SqliteEngineTest(@TempDir Path folder) {
        super(TestDatabase.at(TestDatabase.fileIn(folder)));
    }
}
