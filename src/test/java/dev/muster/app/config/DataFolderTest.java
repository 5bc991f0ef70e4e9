package dev.muster.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may look into a data folder. */
class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static Path open(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void new_folder_is_for_its_owner_alone() throws IOException {
        Path made = new DataFolder(temp.resolve("a/data")).writable();

        assertThat(OwnerOnly.permissions(made)).isEqualTo("rwx------");
    }

    @Test
    void folder_that_was_open_is_closed_with_what_is_in_it() throws IOException {
        Path data = open(Files.createDirectories(temp.resolve("data")), "rwxrwxrwx");
        Files.createDirectories(data.resolve("runs"));
        open(data.resolve("runs"), "rwxr-xr-x");
        for (String file : new String[] {"muster.db", "muster.db-wal", "muster.db-shm", "server.lock"}) {
            open(Files.createFile(data.resolve(file)), "rw-rw-r--");
        }
        new DataFolder(data).writable();

        assertThat(OwnerOnly.permissions(data)).isEqualTo("rwx------");
        assertThat(OwnerOnly.permissions(data.resolve("runs"))).isEqualTo("rwx------");
        for (String file : new String[] {"muster.db", "muster.db-wal", "muster.db-shm", "server.lock"}) {
            assertThat(OwnerOnly.permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sticky", "project"})
    void folder_that_is_more_than_a_data_folder_stays_as_it_is_and_is_told(String kind) throws IOException {
        Path data = open(Files.createDirectories(temp.resolve("data")), "rwxr-xr-x");
        if (kind.equals("sticky")) {
            Files.setAttribute(data, "unix:mode", 01777);
        } else {
            Files.createDirectories(data.resolve(".git"));
        }
        String before = OwnerOnly.permissions(data);
        open(Files.createFile(data.resolve("muster.db")), "rw-r--r--");

        assertThat(ClosedFolder.close(data)).singleElement().asString().contains("more than a data folder");
        assertThat(OwnerOnly.permissions(data)).isEqualTo(before);
        assertThat(OwnerOnly.permissions(data.resolve("muster.db"))).isEqualTo("rw-------");
    }

    @Test
    void lock_is_for_its_owner_alone_from_the_beginning() throws IOException {
        DataFolders folders = DataFolders.at(temp.resolve("data"));
        folders.lock().take();

        assertThat(OwnerOnly.permissions(temp.resolve("data/server.lock"))).isEqualTo("rw-------");
    }

    @Test
    void text_that_is_written_is_for_its_owner_alone_also_where_it_was_not() throws IOException {
        Path file = open(Files.createFile(temp.resolve("prompt.md")), "rw-r--r--");
        OwnerOnly.write(file, "first");
        OwnerOnly.write(temp.resolve("other.md"), "second");

        assertThat(OwnerOnly.permissions(file)).isEqualTo("rw-------");
        assertThat(OwnerOnly.permissions(temp.resolve("other.md"))).isEqualTo("rw-------");
        assertThat(file).hasContent("first");
    }
}
