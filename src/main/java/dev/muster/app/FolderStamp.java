package dev.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of folders without reading their files. Two stamps that differ mean that something was changed, and so it is
 * seen on mounts that tell of no change and where a symbolic link was swapped.
 *
 * @param entries size, time and identity of each file and folder behind all links, by path
 * @param folders those to be told of changes in
 */
record FolderStamp(Map<Path, String> entries, List<Path> folders) {
    private static final int ANY_DEPTH = Integer.MAX_VALUE;

    static FolderStamp of(List<Path> roots) {
        FolderStamp stamp = new FolderStamp(new TreeMap<>(), new ArrayList<>());
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), ANY_DEPTH, stamp.visitor(root));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return stamp;
    }

    boolean isSameAs(FolderStamp other) {
        return entries.equals(other.entries);
    }

    private SimpleFileVisitor<Path> visitor(Path root) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(folder);
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                entries.put(file, attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                entries.put(file, e.toString()); // what cannot be seen now, but could before, has changed too
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                return FileVisitResult.CONTINUE; // one that disappears meanwhile is seen at the next look
            }
        };
    }
}
