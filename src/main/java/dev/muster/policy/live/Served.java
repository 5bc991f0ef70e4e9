package dev.muster.policy.live;

import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A version of a pack that plans.
 *
 * @param files what it was read from
 * @param since when it began to be served
 */
public record Served(Pack pack, PackFiles files, Instant since) {
    public Served {
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    public String version() {
        return files.version();
    }
}
