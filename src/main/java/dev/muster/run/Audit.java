package dev.muster.run;

import java.util.ArrayList;
import java.util.List;

/** Whether a run's log is what was written: finds what was changed, taken out, put in, doubled or put in another order. */
public final class Audit {
    private Audit() {}

    /** What is wrong with one event; {@code seq} is its place in the log, counted from 1. */
    public record Fault(long seq, String text) {}

    /**
     * Verifies a whole log.
     *
     * @param end what the run's own record says of the end of its log, so that a log that was cut short is found out
     * @return what is wrong, first things first; empty where all is well
     */
    public static List<Fault> verify(String runId, Iterable<Logged> log, Chain end) {
        List<Fault> faults = new ArrayList<>();
        Chain chain = Chain.of(runId);
        for (Logged logged : log) {
            check(chain, logged, faults);
            chain = chain.with(logged);
        }
        if (chain.seq() != end.seq()) {
            faults.add(new Fault(
                    chain.seq() + 1,
                    "The log ends with event " + chain.seq() + ", and the run has " + end.seq() + " events."));
        } else if (!chain.hash().equals(end.hash())) {
            faults.add(new Fault(chain.seq(), "The last hash is not the one that the run has: the log was rewritten."));
        }
        return faults;
    }

    private static void check(Chain chain, Logged logged, List<Fault> faults) {
        long expected = chain.seq() + 1;
        if (logged.seq() != expected) {
            faults.add(new Fault(
                    expected,
                    "Here stands event " + logged.seq()
                            + ": events were taken out, put in, or put into another order."));
        }
        if (!logged.prevHash().equals(chain.hash())) {
            faults.add(new Fault(expected, "It does not continue the event before it: one of the two was changed."));
        }
        if (!logged.hash().equals(Chain.hash(logged.seq(), logged.at(), logged.json(), logged.prevHash()))) {
            faults.add(new Fault(expected, "Its content is not what was hashed: it was changed."));
        }
    }
}
