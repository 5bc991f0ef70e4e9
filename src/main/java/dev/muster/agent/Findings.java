package dev.muster.agent;

import dev.muster.agent.Diagnostic.Severity;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects what there is to say about one file. */
final class Findings {
    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(String file, List<Diagnostic> earlier) {
        this.file = file;
        found.addAll(earlier);
    }

    void info(String check, int line, String message) {
        found.add(new Diagnostic(Severity.INFO, check, new Place(file, line, 1), message));
    }

    void warn(String check, int line, String message) {
        found.add(new Diagnostic(Severity.WARNING, check, new Place(file, line, 1), message));
    }

    List<Diagnostic> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
