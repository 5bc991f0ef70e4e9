package dev.muster.policy.drl.syntax;

import java.util.stream.Collectors;

/** The text of a documentation comment without its stars. */
final class DocComment {
    private DocComment() {}

    static String text(String inner) {
        return inner.lines()
                .map(line -> line.strip().replaceFirst("^\\*+\\s?", "").strip())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
