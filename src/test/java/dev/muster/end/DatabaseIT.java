package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.store.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the database that {@code MUSTER_DATABASE} names. */
class DatabaseIT {
    @TempDir
    Path folder;

    private Program with(String database) {
        return Program.in(folder).with("MUSTER_DATABASE", database);
    }

    @Test
    void plan_is_shared_by_all_who_name_the_same_database() {
        String database = PostgresServer.newDatabase();
        Program.Ended planned = with(database).run("plan", "Add an endpoint where customers upload invoices");
        assertThat(planned.err()).isEmpty();

        Program elsewhere = new Program(
                folder, Map.of("MUSTER_DATA", folder.resolve("other").toString(), "MUSTER_DATABASE", database));
        Program.Ended listed = elsewhere.run("plans");
        assertThat(listed.out()).contains("Add an endpoint where customers upload invoices");
        assertThat(folder.resolve("data/muster.db")).doesNotExist();
    }

    @Test
    void address_of_no_database_is_named_without_its_secrets() {
        Program.Ended ended = with("postgres://me:secret@db.example/muster").run("plans");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("""
                        MUSTER_DATABASE: "postgres://db.example/muster" is no database that Muster can use. Write\
                         jdbc:postgresql://HOST:PORT/DATABASE; without it a file in the data folder is used.
                        muster: A setting is wrong, so nothing was started.
                        docs/configuration.md says what each can be.
                        """);
    }

    @Test
    void server_that_does_not_answer_is_named() {
        Program.Ended ended =
                with("jdbc:postgresql://localhost:1/muster?password=secret").run("plans");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("""
                        muster: The database jdbc:postgresql://localhost:1/muster cannot be used: Connection to\
                         localhost:1 refused. Check that the hostname and port are correct and that the postmaster is\
                         accepting TCP/IP connections.
                        See that it runs, and that MUSTER_DATABASE, MUSTER_DATABASE_USER and MUSTER_DATABASE_PASSWORD are right.
                        """);
    }

    @Test
    void server_without_that_database_is_named() {
        String database = PostgresServer.newDatabase().replaceFirst("/test_\\d+", "/nowhere");

        Program.Ended ended = with(database).run("plans");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("database \"nowhere\" does not exist");
    }
}
