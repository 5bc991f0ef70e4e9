package dev.muster.run.state;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import java.time.Instant;
import java.util.List;

/** Where one review of one round is. */
public sealed interface GateStage {
    /** The reviewer is to be called. */
    record Due(int attempt, Instant notBefore) implements GateStage {}

    record Called(OpenCall call) implements GateStage {}

    /** The reviewer has answered, and nobody said yet what follows. */
    record Returned(OpenCall call, Outcome outcome, Signed signed) implements GateStage {}

    /**
     * It does not pass, and nobody said yet what follows.
     *
     * @param conditions what has to be put right
     * @param found all that the reviewer wants, also what is no condition because the scope is frozen
     */
    record Wanting(List<Finding> conditions, List<Finding> found) implements GateStage {
        public Wanting {
            conditions = List.copyOf(conditions);
            found = List.copyOf(found);
        }
    }

    /** The conditions go back to those whose work it is. */
    record Sent(List<Finding> conditions) implements GateStage {
        public Sent {
            conditions = List.copyOf(conditions);
        }
    }

    record Asked(String askId, GateStage before) implements GateStage {}

    record Through(How how) implements GateStage {}

    /** Why work goes on past a gate. */
    enum How {
        PASSED,
        /** It did not pass, which is noted. */
        REPORTED,
        /** A person said so. */
        OVERRIDDEN
    }
}
