package dev.muster.run.engine;

import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.fold.RunState;

/**
 * A run as far as its log is read.
 *
 * @param end of what is read
 */
record RunPosition(RunState state, Chain end) {
    /** From the beginning. */
    static RunPosition of(RunLog log, String runId) {
        return new RunPosition(RunState.of(log.brief(runId)), Chain.of(runId)).caughtUp(log);
    }

    /** With what the log has beyond it. */
    RunPosition caughtUp(RunLog log) {
        String runId = state.brief().runId();
        RunState read = state;
        Chain to = end;
        for (Logged logged : log.events(runId, end.seq(), Integer.MAX_VALUE)) {
            read = read.with(logged.at(), logged.event());
            to = to.with(logged);
        }
        return new RunPosition(read, to);
    }
}
