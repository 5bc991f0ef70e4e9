package dev.muster.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders for nobody else's eyes: tasks, prompts and answers are in them. They are made so, since what is made for all and
 * changed afterwards was open for a moment. Where the file system knows no such thing, they are as it makes them.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** A folder; those that it is in are made as usual, and one that is there stays as it is. */
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, made(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        return folder;
    }

    /**
     * An empty file.
     *
     * @throws FileAlreadyExistsException where it is there
     */
    public static Path newFile(Path file) throws IOException {
        return Files.createFile(file, attributesOfFile(file));
    }

    /** A text in a file that is for its owner alone, also where it was there and was not. */
    public static void write(Path file, String text) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            newFile(file);
        } else {
            tighten(file);
        }
        Files.writeString(file, text);
    }

    /** Takes from all but the owner what they may do with it. */
    public static void tighten(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> now = view.readAttributes().permissions();
            Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
            owners.addAll(now);
            owners.removeAll(OTHERS);
            if (!owners.equals(now)) {
                view.setPermissions(owners);
            }
        }
    }

    /** Who may do what with it, as in {@code rwxr-x---}; null where the file system does not know. */
    public static @Nullable String permissions(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null
                ? null
                : PosixFilePermissions.toString(view.readAttributes().permissions());
    }

    /** Whether everybody on this machine may write to it. */
    public static boolean isOpenToAll(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Whether anybody but the owner may do anything with it. */
    public static boolean isForOthers(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    }

    /** Whether anybody but the owner may write to it. */
    public static boolean isForOthersToChange(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        Set<PosixFilePermission> now =
                view == null ? Set.of() : view.readAttributes().permissions();
        return now.contains(PosixFilePermission.GROUP_WRITE) || now.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /**
     * Whether it belongs to whom the folder belongs to, else to the user of this process; so where the file system knows of none.
     *
     * @param folder that this process may write to
     */
    public static boolean isOwn(Path path, Path folder) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null
                || Files.getOwner(path).equals(Files.getOwner(folder))) {
            return true;
        }
        Path made = folder.resolve(".whose-" + ProcessHandle.current().pid());
        Files.deleteIfExists(made);
        newFile(made);
        try {
            return Files.getOwner(path).equals(Files.getOwner(made));
        } finally {
            Files.delete(made);
        }
    }

    /** What a file of that path is made with. */
    public static FileAttribute<?>[] attributesOfFile(Path file) {
        return made(file, "rw-------");
    }

    private static FileAttribute<?>[] made(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
