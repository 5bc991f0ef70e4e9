package dev.muster.store;

import dev.muster.app.config.DataFolder;
import dev.muster.app.config.HeldFile;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.file.OwnerOnly;
import dev.muster.run.engine.RunQueue;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Which database it is: the PostgreSQL that the configuration names, else a file in the data folder. */
@ApplicationScoped
class Databases {
    @Produces
    @Singleton
    Database database(
            MusterConfig config,
            DataFolder folder,
            @DataSource("sqlite") AgroalDataSource file,
            @DataSource("postgresql") Instance<AgroalDataSource> server) {
        String url = config.database().orElse("");
        if (url.isEmpty()) {
            return inFolder(folder, file);
        }
        DatabaseUrl address = new DatabaseUrl(url);
        if (!address.isPostgresql()) {
            throw new Refusal(new StoreReason.NoSuchDatabase(address.withoutSecrets()));
        }
        return onServer(address, server.get());
    }

    @Produces
    @Singleton
    @Typed(StoreClock.class)
    StoreClock clock(Database database, InstantSource clock) {
        return new StoreClock(database, clock);
    }

    /** What this process calls itself is nobody else's name. */
    @Produces
    @Singleton
    RunQueue queue(Database database, StoreClock clock, RandomGenerator random) {
        String name = ProcessHandle.current().pid() + "-" + Long.toHexString(random.nextLong());
        return new DurableQueue(database, clock, name);
    }

    /** Migrations run under a lock of ours: SQLite has none that Flyway could hold meanwhile. */
    private static Database inFolder(DataFolder folder, AgroalDataSource connections) {
        Schema schema = schema(connections);
        Database.Trouble trouble = e -> SqlTrouble.of(
                e,
                (why, obstacle) -> new StoreReason.StoreOutOfReach(folder.path().toString(), why, obstacle));
        return new Database(
                connections, Dialect.SQLITE, () -> prepare(folder.writable(), () -> schema.migrate(trouble)), trouble);
    }

    /** Whatever a folder's disk does not take is said as what the database does not take. */
    static void prepare(Path folder, Runnable tables) {
        try {
            makeFile(folder.resolve("muster.db"));
            try (HeldFile _ = HeldFile.waitFor(folder.resolve("migration.lock"))) {
                NativeLibrary.loadFrom(folder);
                tables.run();
            }
        } catch (UncheckedIOException e) {
            throw new Refusal(
                    new StoreReason.StoreOutOfReach(
                            folder.toString(),
                            String.valueOf(Objects.requireNonNull(e.getCause()).getMessage())),
                    e);
        }
    }

    /** SQLite makes its file for all to see, and those beside it for whoever may see that one. */
    private static void makeFile(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.newFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            // Another process was faster.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database onServer(DatabaseUrl address, AgroalDataSource connections) {
        Schema schema = schema(connections);
        Database.Trouble trouble = e -> SqlTrouble.of(
                e,
                (why, obstacle) -> new StoreReason.DatabaseOutOfReach(
                        address.withoutSecrets(), address.withoutSecrets(why), obstacle));
        return new Database(connections, Dialect.POSTGRESQL, () -> schema.migrate(trouble), trouble);
    }

    private static Schema schema(AgroalDataSource connections) {
        return new Schema(connections, () -> Migrations.of(connections));
    }
}
