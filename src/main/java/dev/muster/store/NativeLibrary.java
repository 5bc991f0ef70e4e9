package dev.muster.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own library. Left to itself, its driver asks another program which system this is and unpacks the library anew at each
 * start, which takes longer than a plan; and it leaves the file behind where a process is killed.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Unpacks it once into a folder that is ours and loads it from there; what the driver left there is removed. */
    static void unpackTo(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path home = folder.resolve("lib").resolve(SQLiteJDBCLoader.getVersion() + "-" + System.getProperty("os.arch"));
        try {
            if (Files.exists(home.resolve(name)) || unpack(home, name)) {
                System.setProperty("org.sqlite.lib.path", home.toString());
                System.setProperty("org.sqlite.lib.name", name);
            }
            // For a system of which the driver knows more than we do.
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            removeLeftovers(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is one for this system. */
    private static boolean unpack(Path home, String name) throws IOException {
        try (InputStream library = library(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library == null) {
                return false;
            }
            Files.createDirectories(home);
            Path part = Files.createTempFile(home, name, ".part");
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static @Nullable InputStream library(String resource) {
        return SQLiteJDBCLoader.class.getResourceAsStream(resource);
    }

    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*-*sqlitejdbc*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
