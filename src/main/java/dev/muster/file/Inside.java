package dev.muster.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What lies in a folder by its real path. It is opened step by step from the folder on, and no step is a link: who swaps a file or a
 * folder for a link after it was looked at gets nothing read that lies elsewhere.
 */
public final class Inside {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final Patience patience;

    private Inside(Path root, Patience patience) {
        this.root = root;
        this.patience = patience;
    }

    /** The folder itself may be named by a link: whoever named it may choose. */
    public static Inside of(Path folder) throws IOException {
        return of(folder, Patience.USUAL);
    }

    static Inside of(Path folder, Patience patience) throws IOException {
        return new Inside(folder.toRealPath(), patience);
    }

    /** The folder's real path. */
    public Path root() {
        return root;
    }

    /**
     * The content of a file, through links that stay in the folder.
     *
     * @param path below the folder
     * @throws UnfitFileException where it lies elsewhere, is no regular file, or is too large
     */
    public byte[] read(String path, long most) throws IOException {
        Path real = Links.realPath(root.resolve(path), root);
        return readReal(real, most);
    }

    /**
     * The content of a file of which the real path is known.
     *
     * @throws UnfitFileException where it is no regular file, or too large
     */
    public byte[] readReal(Path real, long most) throws IOException {
        if (real.equals(root)) {
            throw new UnfitFileException("is a folder, where a file is expected.");
        }
        return patience.with(() -> readFromRoot(real, most));
    }

    private byte[] readFromRoot(Path real, long most) throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            if (folder instanceof SecureDirectoryStream<Path> secure) {
                return step(secure, root.relativize(real), (last, name) -> read(last, name, most));
            }
        }
        PlainFile.check(Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), most);
        try (SeekableByteChannel channel = Files.newByteChannel(real, READ)) {
            return PlainFile.read(channel, most);
        }
    }

    private static byte[] read(SecureDirectoryStream<Path> folder, Path name, long most) throws IOException {
        PlainFile.check(
                folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes(),
                most);
        try (SeekableByteChannel channel = folder.newByteChannel(name, READ)) {
            return PlainFile.read(channel, most);
        }
    }

    List<Path> namesInReal(Path real) throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            if (real.equals(root)) {
                return names(folder);
            }
            if (folder instanceof SecureDirectoryStream<Path> secure) {
                return step(secure, root.relativize(real), Inside::names);
            }
        }
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(real)) {
            return names(folder);
        }
    }

    private static List<Path> names(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try (DirectoryStream<Path> folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            return names(folder);
        }
    }

    private static List<Path> names(DirectoryStream<Path> folder) throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            folder.forEach(entry -> names.add(entry.getFileName()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** What is done with the last name of a path, in the folder that holds it. */
    private interface Last<T> {
        T at(SecureDirectoryStream<Path> folder, Path name) throws IOException;
    }

    private static <T> T step(SecureDirectoryStream<Path> folder, Path path, Last<T> last) throws IOException {
        if (path.getNameCount() == 1) {
            return last.at(folder, path);
        }
        try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(path.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            return step(next, path.subpath(1, path.getNameCount()), last);
        }
    }
}
