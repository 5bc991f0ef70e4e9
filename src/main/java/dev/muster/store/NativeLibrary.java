package dev.muster.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** SQLite's own library, which its driver unpacks at the first connection and which stays where a process was killed. */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Lets the driver unpack into a folder that is ours, and removes what killed processes left there. */
    static void unpackTo(Path folder) {
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*-*sqlitejdbc*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
