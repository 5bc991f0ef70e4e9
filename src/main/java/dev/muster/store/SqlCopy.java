package dev.muster.store;

import dev.muster.app.backup.StoreCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Copies SQLite's file as its own program does: readers and the writer go on meanwhile. */
@ApplicationScoped
class SqlCopy implements StoreCopy {
    private final Database database;

    SqlCopy(Database database) {
        this.database = database;
    }

    @Override
    public void copyTo(Path file) {
        database.run(connection -> Statements.update(connection, "vacuum into ?", file.toString()));
    }
}
