package dev.muster.policy.why;

import dev.muster.source.EnumWord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What can be asked about. */
public enum SubjectKind {
    STEP,
    AGENT,
    REVIEW,
    ESCALATION,
    QUESTION,
    TRIGGER,
    TASK_TYPE,
    PATTERN,
    CATEGORY,
    SCOPE,
    SIGNAL;

    /** {@code task-type}, as people write it: {@code task-type:new-api-endpoint}. */
    String word() {
        return EnumWord.of(this);
    }

    static @Nullable SubjectKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
