package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.Plans;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.app.refusal.StoreReason.Obstacle;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteProbeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private static void tell(TestDatabase database, String sql) {
        database.database().run(connection -> Statements.update(connection, sql));
    }

    private static Obstacle obstacle(WriteProbe probe) {
        Refusal refusal = catchThrowableOfType(Refusal.class, probe::check);
        assertThat(refusal).isNotNull();
        return ((StoreReason.DatabaseOutOfReach) refusal.reason()).obstacle();
    }

    @Test
    void store_that_can_be_written_to_is_within_reach() {
        try (TestDatabase database = TestDatabase.at(TestDatabase.fileIn(folder))) {
            WriteProbe probe = new WriteProbe(database.database());
            assertThatCode(probe::check).doesNotThrowAnyException();
            assertThatCode(probe::check).doesNotThrowAnyException();
        }
    }

    @Test
    void file_that_somebody_has_locked_is_out_of_reach_until_it_no_longer_is() throws SQLException {
        String url = TestDatabase.fileIn(folder);
        try (TestDatabase database = TestDatabase.at(url)) {
            database.save(Plans.plan("before-1"));
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                assertThat(obstacle(new WriteProbe(database.database()))).isEqualTo(Obstacle.LOCKED);
                statement.execute("rollback");
            }
            assertThatCode(new WriteProbe(database.database())::check).doesNotThrowAnyException();
        }
    }

    @Test
    void file_that_can_only_be_read_is_out_of_reach() {
        try (TestDatabase database = TestDatabase.narrow(TestDatabase.fileIn(folder))) {
            database.save(Plans.plan("before-1"));
            tell(database, "pragma query_only = 1");

            assertThat(obstacle(new WriteProbe(database.database()))).isEqualTo(Obstacle.READ_ONLY);
        }
    }

    @Test
    void write_that_failed_on_a_full_disk_counts_until_one_is_kept() {
        try (TestDatabase database = TestDatabase.narrow(TestDatabase.fileIn(folder))) {
            database.save(Plans.plan("before-1"));
            WriteProbe probe = new WriteProbe(database.database());
            database.say("pragma max_page_count = " + database.say("pragma page_count"));
            Refusal full = null;
            for (int i = 0; full == null; i++) {
                assertThat(i).isLessThan(1_000);
                int number = i;
                full = catchThrowableOfType(Refusal.class, () -> database.save(Plans.plan("full-" + number)));
            }

            assertThat(obstacle(probe)).isEqualTo(Obstacle.FULL);

            database.say("pragma max_page_count = 1000000");
            database.save(Plans.plan("after-1"));
            assertThatCode(probe::check).doesNotThrowAnyException();
        }
    }

    @Test
    void server_that_is_written_to_is_within_reach_and_one_for_reading_is_not() {
        String url = PostgresServer.newDatabase();
        try (TestDatabase database = TestDatabase.at(url)) {
            assertThatCode(new WriteProbe(database.database())::check).doesNotThrowAnyException();
            String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
            tell(database, "alter database " + name + " set default_transaction_read_only = on");
        }
        try (TestDatabase database = TestDatabase.at(url)) {
            assertThat(obstacle(new WriteProbe(database.database()))).isEqualTo(Obstacle.READ_ONLY);
        }
    }
}
