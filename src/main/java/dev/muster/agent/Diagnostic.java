package dev.muster.agent;

import dev.muster.source.Place;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something worth knowing about an agent file that was read all the same.
 *
 * @param check the kind of finding, in kebab-case, so that it can be silenced or counted
 * @param message what was found, what was made of it, and what to change
 */
public record Diagnostic(Severity severity, String check, Place place, String message)
        implements Comparable<Diagnostic> {

    /** How much it matters. */
    public enum Severity {
        /** Works as it stands. */
        INFO,
        /** Works, but perhaps not as the author meant, or not with other tools. */
        WARNING,
        /** The file could not be used. */
        ERROR
    }

    @Override
    public int compareTo(Diagnostic other) {
        return Comparator.comparing(Diagnostic::place)
                .thenComparing(Diagnostic::check)
                .thenComparing(Diagnostic::message)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return place + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
