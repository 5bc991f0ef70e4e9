package dev.muster.policy.why;

import java.util.List;

/** Somebody asked about what neither the pack nor the plan has. */
public final class UnknownSubjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String about;
    private final transient List<String> known;

    UnknownSubjectException(String about, List<String> known) {
        super("Nothing is called \"" + about + "\".");
        this.about = about;
        this.known = List.copyOf(known);
    }

    public String about() {
        return about;
    }

    /** The names that could have been asked about. */
    public List<String> known() {
        return known;
    }
}
