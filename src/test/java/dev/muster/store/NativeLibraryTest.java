package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {
    @TempDir
    Path folder;

    private List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void library_is_unpacked_once_and_what_killed_processes_left_is_removed() throws IOException {
        Files.writeString(folder.resolve("sqlite-3.0-x-libsqlitejdbc.so"), "left");
        Files.writeString(folder.resolve("sqlite-3.0-x-libsqlitejdbc.so.lck"), "");

        NativeLibrary.loadFrom(folder);
        Path library = libraries().getFirst();
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
        NativeLibrary.loadFrom(folder);

        assertThat(libraries()).containsExactly(library);
        assertThat(library).hasFileName(LibraryLoaderUtil.getNativeLibName());
        assertThat(Files.size(library)).isGreaterThan(100_000);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(FileTime.fromMillis(0));
        assertThat(System.getProperties())
                .doesNotContainKeys("org.sqlite.lib.path", "org.sqlite.lib.name", "org.sqlite.tmpdir");
    }

    @Test
    void library_that_others_could_change_is_unpacked_anew() throws IOException {
        NativeLibrary.loadFrom(folder);
        Path library = libraries().getFirst();
        Files.writeString(library, "code of somebody else");
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxrwxrwx"));
        NativeLibrary.loadFrom(folder);

        assertThat(Files.size(library)).isGreaterThan(100_000);
        assertThat(Files.getPosixFilePermissions(library)).doesNotContain(PosixFilePermission.OTHERS_WRITE);
        assertThat(Files.getPosixFilePermissions(library.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
