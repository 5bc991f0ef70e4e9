package dev.muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found where the work is to be done. A plan keeps it, so that it can be made again without the folder.
 *
 * @param files paths relative to the workspace, with {@code /}
 * @param dependencies what manifests name, each with its kind in front: {@code npm:@nestjs/core}, {@code python:fastapi}
 * @param complete whether every file that was to be listed is listed
 */
public record Workspace(List<String> files, List<String> dependencies, boolean complete) {
    public Workspace {
        files = List.copyOf(files);
        dependencies = List.copyOf(dependencies);
    }

    /** Whether a file, or a folder written with {@code /} at its end, is there; null where the list does not say. */
    public @Nullable Boolean has(String path) {
        boolean found =
                path.endsWith("/") ? files.stream().anyMatch(file -> file.startsWith(path)) : files.contains(path);
        return found ? Boolean.TRUE : complete ? Boolean.FALSE : null;
    }
}
