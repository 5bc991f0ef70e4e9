package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.extensibility.Plugin;
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

    @Test
    void migrations_are_those_of_the_folder_in_their_order() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", Migrations.FOLDER))) {
            assertThat(Migrations.FILES)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted(Comparator.comparingInt(TablesTest::version))
                                    .toList());
        }
    }

    private static int version(String file) {
        assertThat(file).matches("V\\d+__\\w+\\.sql");
        return Integer.parseInt(file.substring(1, file.indexOf('_')));
    }

    @Test
    void settings_that_flyway_copies_by_reflection_are_registered() {
        RegisterForReflection registered = Migrations.class.getAnnotation(RegisterForReflection.class);
        List<Class<?>> copied = ServiceLoader.load(Plugin.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(ConfigurationExtension.class::isAssignableFrom)
                .toList();

        assertThat(registered.targets()).containsAll(copied);
        assertThat(copied).hasSizeGreaterThan(4);
    }

    @Test
    void tables_that_are_up_to_date_are_left_alone_and_others_are_not() {
        new Schema(file(), () -> Migrations.of(file())).migrate(TROUBLE);

        Schema again = new Schema(file(), () -> {
            throw new AssertionError("asked though nothing is to be done");
        });
        again.migrate(TROUBLE);

        assertThat(Migrations.of(file()).info().current().getVersion().toString())
                .isEqualTo(Migrations.newest());
    }

    @Test
    void migration_that_fails_is_told() {
        Flyway elsewhere = Flyway.configure()
                .dataSource(file())
                .locations("filesystem:" + folder.resolve("nowhere"))
                .failOnMissingLocations(true)
                .load();

        assertThatThrownBy(() -> new Schema(file(), () -> elsewhere).migrate(TROUBLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere");
    }
}
