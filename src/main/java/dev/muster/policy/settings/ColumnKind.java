package dev.muster.policy.settings;

import dev.muster.source.EnumWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the values in a column name, so that a misspelt one is found before anything is planned. */
public enum ColumnKind {
    AGENT,
    PHASE,
    SIGNAL,
    TASK_TYPE,
    PATTERN,
    CATEGORY,
    TRIGGER,
    SEVERITY,
    NUMBER;

    /** The kinds whose names {@code pack.yaml} lists; the others' names are found where they are defined. */
    public static final List<ColumnKind> NAMED = List.of(TASK_TYPE, PATTERN, CATEGORY, TRIGGER);

    static List<String> words() {
        return Arrays.stream(values()).map(ColumnKind::toString).toList();
    }

    static ColumnKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return EnumWord.of(this);
    }
}
