package dev.muster.store;

import dev.muster.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
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
    static void loadFrom(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path lib = folder.resolve("lib");
        Path home = lib.resolve(SQLiteJDBCLoader.getVersion() + "-" + System.getProperty("os.arch"));
        try {
            Map<String, String> places = new LinkedHashMap<>();
            OwnerOnly.folder(lib);
            OwnerOnly.folder(home);
            if (isOurs(lib, folder)
                    && isOurs(home, folder)
                    && (isOurs(home.resolve(name), folder) || unpack(home, name))) {
                places.put("org.sqlite.lib.path", home.toString());
                places.put("org.sqlite.lib.name", name);
            }
            // For a system of which the driver knows more than we do.
            places.put("org.sqlite.tmpdir", folder.toString());
            removeLeftovers(folder);
            load(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The driver is told by properties of the process; nobody who comes later wants to be told the same. */
    private static void load(Map<String, String> places) throws IOException {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        places.forEach((property, place) -> before.put(property, System.setProperty(property, place)));
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException("SQLite's library cannot be loaded: " + e.getMessage(), e);
        } finally {
            before.forEach((property, value) -> {
                if (value == null) {
                    System.clearProperty(property);
                } else {
                    System.setProperty(property, value);
                }
            });
        }
    }

    /** Whether there is one for this system. */
    private static boolean unpack(Path home, String name) throws IOException {
        try (InputStream library = library(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library == null) {
                return false;
            }
            Path part = Files.createTempFile(home, name, ".part");
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    /** What somebody else put there, or could change, is no code to be loaded. */
    private static boolean isOurs(Path path, Path folder) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(path)
                && !OwnerOnly.isForOthersToChange(path)
                && OwnerOnly.isOwn(path, folder);
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
