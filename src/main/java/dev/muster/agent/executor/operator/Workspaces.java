package dev.muster.agent.executor.operator;

import java.io.IOException;
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

    /** Whether a folder that is there lies in one of the roots, wherever links on the way to it lead. */
    public boolean allows(Path folder) {
        try {
            Path real = folder.toRealPath();
            for (Path root : roots) {
                if (root.toFile().exists() && real.startsWith(root.toRealPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // What cannot be looked at is not there, or not for us.
            return false;
        }
    }
}
