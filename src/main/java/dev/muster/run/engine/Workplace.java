package dev.muster.run.engine;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.Checks;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.secret.Masking;

/** Who can be called from here, and what they are given. */
public interface Workplace {
    /**
     * How an executor is called.
     *
     * @throws CannotWork where this process has none of that name
     */
    CallMethod how(String executor);

    /**
     * All that an agent is given for a call.
     *
     * @throws CannotWork where something that it needs is not there
     */
    Assignment assignment(RunState state, OpenCall call);

    /**
     * A check as it is run.
     *
     * @param fence of whoever carries the run out
     * @throws CannotWork where its folder is not there
     */
    CheckOrder order(RunState state, OpenCheck check, long fence);

    Checks checks();

    Rehearsal rehearsal();

    /** Takes secrets out of what comes in. */
    Masking masking();

    /** What keeps a call or a check from being started here; the message says what to do. */
    final class CannotWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CannotWork(String message) {
            super(message);
        }
    }
}
