package dev.muster.policy.check;

import java.util.List;

/** The names of all checks, by which findings are silenced and explained in {@code docs/checks}. */
final class CheckIds {
    static final String UNREADABLE = "unreadable";
    static final String MISSING_BECAUSE = "missing-because";
    static final String NAME_WITHOUT_ROW = "name-without-row";
    static final String REPEATED_ROW = "repeated-row";
    static final String CONTRADICTING_ROWS = "contradicting-rows";
    static final String SHADOWED_ROW = "shadowed-row";
    static final String NO_CASES = "no-cases";
    static final String FAULTY_CASE = "faulty-case";
    static final String CONTRADICTION = "contradiction";
    static final String FAILING_RULE = "failing-rule";
    static final String ENDLESS = "endless";
    static final String DEAD_RULE = "dead-rule";
    static final String DEAD_QUERY = "dead-query";
    static final String UNUSED_AGENT = "unused-agent";
    static final String UNREAD_SIGNAL = "unread-signal";
    static final String AVOIDABLE_REVIEW = "avoidable-review";
    static final String UNFINISHED = "unfinished";
    static final String IDLE_SILENCE = "idle-silence";

    /** All of them. */
    public static final List<String> ALL = List.of(
            UNREADABLE,
            MISSING_BECAUSE,
            NAME_WITHOUT_ROW,
            REPEATED_ROW,
            CONTRADICTING_ROWS,
            SHADOWED_ROW,
            NO_CASES,
            FAULTY_CASE,
            CONTRADICTION,
            FAILING_RULE,
            ENDLESS,
            DEAD_RULE,
            DEAD_QUERY,
            UNUSED_AGENT,
            UNREAD_SIGNAL,
            AVOIDABLE_REVIEW,
            UNFINISHED,
            IDLE_SILENCE);

    private CheckIds() {}
}
