package dev.muster.agent.executor.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders that runs may work in where not everybody who reaches the server may name any folder of its machine.
 *
 * @param roots absolute; what is in them is allowed too
 */
public record Workspaces(List<Path> roots) {
    public static final Workspaces NONE = new Workspaces(List.of());

    public Workspaces {
        roots = List.copyOf(roots);
    }

    /** Whether a folder lies in one of the roots, or would if it were there, wherever links on the way to it lead. */
    public boolean allows(Path folder) {
        try {
            Path real = real(folder.toAbsolutePath().normalize());
            for (Path root : roots) {
                if (root.toFile().exists() && real.startsWith(root.toRealPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // What cannot be looked at is not for us.
            return false;
        }
    }

    /** Of what is not there, where it would be. A link that leads nowhere would be wherever it leads, which nobody knows. */
    private static Path real(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return folder.toRealPath();
        }
        return real(parent).resolve(folder.getFileName());
    }
}
