package dev.muster.run.event;

import dev.muster.hash.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a run's log, to which the next event is chained.
 *
 * @param seq how many events there are
 * @param hash of the last one
 */
public record Chain(long seq, String hash) {
    /** An empty log. It knows its run, so that one run's events are not taken for another's. */
    public static Chain of(String runId) {
        return new Chain(0, Sha256.of(runId));
    }

    /** Time is kept in milliseconds, which every database can. */
    public Logged next(Instant now, RunEvent event) {
        String json = RunJson.write(event);
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Logged(seq + 1, at, json, hash, hash(seq + 1, at, json, hash));
    }

    public Chain with(Logged logged) {
        return new Chain(logged.seq(), logged.hash());
    }

    /** Events that happened at once, in their order. */
    public List<Logged> log(Instant at, List<RunEvent> events) {
        List<Logged> log = new ArrayList<>(events.size());
        Chain end = this;
        for (RunEvent event : events) {
            Logged next = end.next(at, event);
            log.add(next);
            end = end.with(next);
        }
        return log;
    }

    public static String hash(long seq, Instant at, String json, String prevHash) {
        return Sha256.of(prevHash + '\n' + seq + '\n' + at + '\n' + json);
    }
}
