package dev.muster.app.watch;

import dev.muster.file.FolderWalk;
import dev.muster.file.Inside;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be seen of folders without reading their files. Two stamps that differ mean that something was changed, and so it is
 * seen on mounts that tell of no change and where a symbolic link was swapped.
 *
 * @param entries size, time and identity of each file and folder behind links that stay inside, by path
 * @param folders those to be told of changes in
 */
public record FolderStamp(Map<Path, String> entries, List<Path> folders) {
    public static FolderStamp of(List<Path> roots) {
        FolderStamp stamp = new FolderStamp(new TreeMap<>(), new ArrayList<>());
        for (Path root : roots) {
            try {
                FolderWalk.walk(Inside.of(root), stamp.visitor(root));
            } catch (IOException e) {
                stamp.entries.put(root, e.toString()); // what cannot be seen now, but could before, has changed too
            }
        }
        return stamp;
    }

    private FolderWalk.Visitor visitor(Path root) {
        return new FolderWalk.Visitor() {
            @Override
            public void folder(String path, Path real, BasicFileAttributes attributes) {
                folders.add(real);
                file(path, real, attributes);
            }

            @Override
            public void file(String path, Path real, BasicFileAttributes attributes) {
                entries.put(
                        root.resolve(path),
                        attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
            }

            @Override
            public void trouble(String path, String what) {
                entries.put(root.resolve(path), what);
            }
        };
    }
}
