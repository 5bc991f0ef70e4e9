package dev.muster.run.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What people can answer. */
public enum Choice {
    YES,
    NO,
    GO_ON,
    STOP,
    /** The agent is called once more, also beyond the limit. */
    TRY_AGAIN,
    /** The person has done it, or put it right. */
    BY_HAND,
    /** The run goes on without it. */
    SKIP,
    OVERRIDE,
    /** The work goes back once more, also beyond the limit. */
    ANOTHER_ROUND,
    /** The limit is raised by what the plan allowed at first. */
    RAISE,
    /** The result is kept as it is. */
    KEEP,
    APPROVE,
    REFUSE;

    public String word() {
        return RunJson.word(this);
    }

    /** The choice of that word, or null. */
    public static @Nullable Choice of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equalsIgnoreCase(word.strip().replace(' ', '-')))
                .findFirst()
                .orElse(null);
    }

    /** Whether whoever answers with that word has to say why. */
    public static boolean wantsReason(String word) {
        Choice choice = of(word);
        return choice != null && choice.needsReason();
    }

    /** Whether whoever chooses it has to say why. */
    public boolean needsReason() {
        return switch (this) {
            case GO_ON, BY_HAND, SKIP, OVERRIDE, RAISE, APPROVE -> true;
            case YES, NO, STOP, TRY_AGAIN, ANOTHER_ROUND, KEEP, REFUSE -> false;
        };
    }
}
