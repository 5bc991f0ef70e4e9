package dev.muster.app.config;

import java.nio.file.Path;

/** A data folder of a test, and its lock. */
public record DataFolders(DataFolder folder, ServerLock lock) {
    public static DataFolders at(Path path) {
        DataFolder folder = new DataFolder(path);
        return new DataFolders(folder, new ServerLock(folder));
    }
}
