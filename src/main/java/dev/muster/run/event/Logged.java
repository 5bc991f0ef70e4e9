package dev.muster.run.event;

import java.time.Instant;

/**
 * An event as it is kept.
 *
 * @param seq counted from 1 without a gap
 * @param json the event as it was written; what is hashed is this text, so a later version of Muster finds it unchanged
 * @param prevHash the hash of the one before; that of the first is the hash of the run's id
 * @param hash over all of this but itself
 */
public record Logged(long seq, Instant at, String json, String prevHash, String hash) {
    public RunEvent event() {
        return RunJson.read(json);
    }
}
