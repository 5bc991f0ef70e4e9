package dev.muster.policy.files;

import dev.muster.file.FolderWalk;
import dev.muster.file.Inside;
import dev.muster.file.UnfitFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of a folder into memory. What is wrong with one is kept with its path, and the others are read. */
final class FolderReading implements FolderWalk.Visitor {
    /** So much text nobody writes for one pack. */
    private static final long MAX_PACK_BYTES = 64L << 20;

    private final Inside inside;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> unread = new TreeMap<>();
    private final Map<String, Long> bytes = new HashMap<>();

    private FolderReading(Inside inside) {
        this.inside = inside;
    }

    /** How the folder is gone through. */
    interface Walk {
        void through(Inside folder, FolderWalk.Visitor visitor) throws IOException;
    }

    static FileTree read(Path folder, Walk walk) {
        try {
            FolderReading reading = new FolderReading(Inside.of(folder));
            walk.through(reading.inside, reading);
            return FileTree.of(reading.files, reading.unread);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void folder(String path, Path real, BasicFileAttributes attributes) {
        // Only files count.
    }

    @Override
    public void file(String path, Path real, BasicFileAttributes attributes) {
        String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        long left = MAX_PACK_BYTES - bytes.getOrDefault(top, 0L);
        try {
            byte[] content = inside.readReal(real, Math.min(left, FileTree.MAX_FILE_BYTES));
            bytes.merge(top, (long) content.length, Long::sum);
            files.put(path, content);
        } catch (NoSuchFileException _) {
            // It is gone since its folder was listed.
        } catch (UnfitFileException e) {
            unread.put(
                    path,
                    e.what() + (left < FileTree.MAX_FILE_BYTES ? " All files of a pack have at most 64 MiB." : ""));
        } catch (IOException e) {
            unread.put(path, "cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void trouble(String path, String what) {
        unread.put(path, what);
    }
}
