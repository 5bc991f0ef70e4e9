package dev.muster.end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How much memory the container gives the native executable, so that what is tested and measured is what is deployed. */
final class ContainerHeap {
    private static final Pattern FLAG =
            Pattern.compile("(?m)^ENTRYPOINT \\[\"/opt/muster/muster\"((?:, \"-Xm[a-z0-9]+\")+)]$");
    private static final Pattern QUOTED = Pattern.compile("-Xm[a-z0-9]+");

    private ContainerHeap() {}

    static List<String> flags() {
        try {
            String dockerfile = Files.readString(Path.of("Dockerfile"));
            List<String> found = FLAG.matcher(dockerfile)
                    .results()
                    .flatMap(entry -> QUOTED.matcher(entry.group(1)).results().map(MatchResult::group))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("The Dockerfile gives the executable no heap.");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
