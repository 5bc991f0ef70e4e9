package dev.muster.run.event;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something went wrong in a run, and somebody has to say what is done about it. */
public sealed interface Trouble {
    Kind kind();

    /** In words, for people. */
    String text();

    /**
     * A call came to nothing.
     *
     * @param gate which review; null for work
     * @param level how binding that review is
     * @param attemptsLeft how often the agent may still be called in this round
     * @param holdsUp whether steps that block wait for it
     * @param hard whether a hard review stands before what it hands in
     * @param hint what the plan says to look at
     */
    record AttemptFailed(
            String step,
            @Nullable String gate,
            @Nullable ReviewLevel level,
            int attempt,
            int attemptsLeft,
            Outcome.Failed failure,
            boolean holdsUp,
            boolean hard,
            @Nullable String hint)
            implements Trouble {
        @Override
        public Kind kind() {
            return failure.kind() == FailureKind.TIMEOUT ? Kind.TIMEOUT : Kind.FAILURE;
        }

        @Override
        public String text() {
            return failure.message();
        }
    }

    /**
     * A check does not pass. Exactly one of step and phase is there.
     *
     * @param reworkers whose work could put it right, as far as their rounds allow
     */
    record CheckFailed(
            @Nullable String step,
            @Nullable String phase,
            Plan.Check check,
            CheckResult result,
            List<String> reworkers,
            @Nullable String hint)
            implements Trouble {
        public CheckFailed {
            reworkers = List.copyOf(reworkers);
        }

        @Override
        public Kind kind() {
            return Kind.CHECK;
        }

        @Override
        public String text() {
            return "`" + String.join(" ", check.command()) + "`: " + result.message();
        }
    }

    /**
     * A review does not pass.
     *
     * @param conditions what has to be put right; empty where only new things were found after the scope was frozen
     * @param reworkers whose work could put it right, as far as their rounds allow
     */
    record ChangesWanted(
            String step, String gate, ReviewLevel level, int round, List<Finding> conditions, List<String> reworkers)
            implements Trouble {
        public ChangesWanted {
            conditions = List.copyOf(conditions);
            reworkers = List.copyOf(reworkers);
        }

        @Override
        public Kind kind() {
            return Kind.REVIEW;
        }

        @Override
        public String text() {
            return conditions.isEmpty()
                    ? "only new things are found, beyond what was asked for first"
                    : conditions.size() == 1
                            ? conditions.getFirst().text()
                            : conditions.size() + " things have to be put right";
        }
    }

    /** An agent says that what it was given contradicts itself, or what it found. */
    record Contradiction(String step, List<String> conflicts, int roundsLeft) implements Trouble {
        public Contradiction {
            conflicts = List.copyOf(conflicts);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String text() {
            return String.join("; ", conflicts);
        }
    }

    /** What kind of trouble it is. */
    enum Kind {
        FAILURE,
        TIMEOUT,
        CHECK,
        REVIEW,
        CONFLICT
    }
}
