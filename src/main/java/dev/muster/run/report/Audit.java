package dev.muster.run.report;

import dev.muster.run.decide.RunStart;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunJson;
import java.util.ArrayList;
import java.util.Collection;
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

    /** Holds what is kept beside the log of how a run was started against the first event, which says it too. */
    public static List<Fault> verifyStart(RunBrief brief, Logged first) {
        String said = RunJson.line(RunStart.started(brief));
        List<String> differing = RunJson.differing(said, first.json());
        return differing.isEmpty()
                ? List.of()
                : List.of(new Fault(
                        1,
                        "What is kept of the run beside its events is not what it was started with: "
                                + String.join(", ", differing) + "."));
    }

    /** Holds a log against the hash of one of its events that was kept elsewhere: whoever rewrites a log cannot keep that. */
    public static List<Fault> verifyKept(Collection<Logged> log, String hash) {
        boolean there = log.stream().anyMatch(logged -> logged.hash().equals(hash));
        return there
                ? List.of()
                : List.of(new Fault(
                        1, "No event has the hash " + hash + ": the log was rewritten, or it is of another run."));
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
