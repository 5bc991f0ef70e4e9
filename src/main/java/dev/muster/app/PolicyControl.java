package dev.muster.app;

import dev.muster.app.planning.Replay;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.VersionSummary;
import dev.muster.app.refusal.Refusal;
import java.util.List;

/**
 * What people do with policies while they are in use, wherever Muster runs: in this process or as a server elsewhere. Each may
 * throw a {@link Refusal}.
 */
public interface PolicyControl {
    /** How each pack stands. */
    List<PackSummary> policies();

    /** The versions of a pack that were served, newest first. */
    List<VersionSummary> versions(String pack);

    /** Serves an older version until the pack's files change; the version of the files themselves ends that. */
    PackSummary rollBack(String pack, String version);

    /** Plans a kept plan's task again by the version that planned it, and compares. */
    Replay replay(String plan);
}
