package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class TablesTest {
    private static final Database.Trouble TROUBLE = e -> new IllegalStateException(e);

    @TempDir
    Path folder;

    private DataSource file() {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl(TestDatabase.fileIn(folder));
        return file;
    }

    private static Flyway migrations(DataSource file) {
        return Flyway.configure().dataSource(file).locations("db/migration").load();
    }

    @Test
    void version_is_that_of_the_newest_migration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<Integer> versions = files.map(file -> Pattern.compile("V(\\d+)__.*\\.sql")
                            .matcher(file.getFileName().toString())
                            .results()
                            .map(MatchResult::group)
                            .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
                            .findFirst()
                            .orElseThrow())
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertThat(Tables.VERSION).isEqualTo(versions.getLast().toString());
        }
    }

    @Test
    void tables_that_are_up_to_date_are_left_alone_and_others_are_not() {
        new Tables(file(), () -> migrations(file())).migrate(TROUBLE);

        Tables again = new Tables(file(), () -> {
            throw new AssertionError("asked though nothing is to be done");
        });
        again.migrate(TROUBLE);

        assertThat(migrations(file()).info().current().getVersion().toString()).isEqualTo(Tables.VERSION);
    }

    @Test
    void migration_that_fails_is_told() {
        Flyway elsewhere = Flyway.configure()
                .dataSource(file())
                .locations("filesystem:" + folder.resolve("nowhere"))
                .failOnMissingLocations(true)
                .load();

        assertThatThrownBy(() -> new Tables(file(), () -> elsewhere).migrate(TROUBLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere");
    }
}
