package dev.muster.app.config;

import dev.muster.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees to it that what is in a data folder is for its owner alone, also where it was made before that was so. */
final class ClosedFolder {
    /** What Muster makes there; what it makes anew is closed from the beginning. */
    private static final List<String> OURS = List.of(
            "muster.db",
            "muster.db-wal",
            "muster.db-shm",
            "muster.db-journal",
            "server.lock",
            "migration.lock",
            "runs",
            "lib");

    private static final int STICKY = 01000;

    private ClosedFolder() {}

    /**
     * Closes it.
     *
     * @return what stays open to others, and why
     */
    static List<String> close(Path folder) {
        List<String> open = new ArrayList<>();
        tighten(folder, isForOthersToo(folder), open);
        for (String name : OURS) {
            Path path = folder.resolve(name);
            if (Files.exists(path)) {
                tighten(path, null, open);
            }
        }
        return open;
    }

    private static void tighten(Path path, @Nullable String reasonNotTo, List<String> open) {
        try {
            if (reasonNotTo == null) {
                OwnerOnly.tighten(path);
            } else if (OwnerOnly.isForOthers(path)) {
                open.add(path + " (" + OwnerOnly.permissions(path) + "): " + reasonNotTo);
            }
        } catch (IOException e) {
            open.add(path + ": " + reason(e));
        }
    }

    /** Whoever names a folder that is more than a data folder does not want it taken away from others. */
    private static @Nullable String isForOthersToo(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
        boolean shared =
                home.startsWith(folder) || isSticky(folder) || (here.startsWith(folder) && holdsOthers(folder));
        return shared || Files.exists(folder.resolve(".git"))
                ? "it is more than a data folder, so name one of its own"
                : null;
    }

    private static boolean holdsOthers(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .anyMatch(name -> !OURS.contains(name) && !name.equals("operator.yaml"));
        } catch (IOException | UncheckedIOException _) {
            return true; // what cannot be listed is not ours alone
        }
    }

    /** As folders for all, such as /tmp, are. */
    private static boolean isSticky(Path folder) {
        try {
            return Files.getFileStore(folder).supportsFileAttributeView("unix")
                    && ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
        } catch (IOException | UnsupportedOperationException _) {
            return false; // nobody can tell, and what cannot be closed is told then
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
