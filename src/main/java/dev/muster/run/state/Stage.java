package dev.muster.run.state;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.run.event.StepStatus;
import java.time.Instant;
import java.util.List;

/** Where a step is. */
public sealed interface Stage {
    /** @param open how many steps it still waits for */
    record Waiting(int open) implements Stage {}

    /** Its agent is to be called. */
    record Due(Purpose purpose, int attempt, Instant notBefore) implements Stage {}

    record Called(OpenCall call) implements Stage {}

    /** Its agent has answered, and nobody said yet what follows. */
    record Returned(OpenCall call, Outcome outcome) implements Stage {}

    record Checking(CheckRun checks) implements Stage {}

    /** @param gates in the order of the step's gates */
    record Reviewing(List<GateStage> gates) implements Stage {
        public Reviewing {
            gates = List.copyOf(gates);
        }
    }

    /** A person has to say how it goes on. */
    record Asked(String askId, Stage before) implements Stage {}

    /** Others put right what this reviewer found. */
    record HandedBack(List<Integer> to) implements Stage {
        public HandedBack {
            to = List.copyOf(to);
        }
    }

    record Ended(StepStatus status, String why) implements Stage {}
}
