package dev.muster.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Who may do what with a file, where the system knows. */
final class Modes {
    private Modes() {}

    static @Nullable String of(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        return view == null
                ? null
                : PosixFilePermissions.toString(view.readAttributes().permissions());
    }

    static void set(Path file, @Nullable String mode) throws IOException {
        PosixFileAttributeView view = view(file);
        if (view != null && mode != null) {
            view.setPermissions(PosixFilePermissions.fromString(mode));
        }
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
