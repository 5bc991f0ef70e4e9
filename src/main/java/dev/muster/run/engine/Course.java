package dev.muster.run.engine;

import dev.muster.run.Chain;
import dev.muster.run.Logged;
import dev.muster.run.RunState;

/**
 * A run as far as its log is read.
 *
 * @param end of what is read
 */
record Course(RunState state, Chain end) {
    /** From the beginning. */
    static Course of(RunLog log, String runId) {
        return new Course(RunState.of(log.brief(runId)), Chain.of(runId)).caughtUp(log);
    }

    /** With what the log has beyond it. */
    Course caughtUp(RunLog log) {
        String runId = state.brief().runId();
        RunState read = state;
        Chain to = end;
        for (Logged logged : log.events(runId, end.seq(), Integer.MAX_VALUE)) {
            read = read.with(logged.at(), logged.event());
            to = to.with(logged);
        }
        return new Course(read, to);
    }
}
