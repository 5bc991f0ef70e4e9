package dev.muster.app.policies;

import dev.muster.policy.FileChanges;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of a pack's versions says about each.
 *
 * @param number counts the pack's versions from 1
 * @param firstSeen when it was first served
 * @param files how many it is made of
 * @param changes from the version before; absent for the first
 * @param rulesGone the names of rules that the version before had, those that asked for hard reviews first; told of the newest
 *     versions only
 * @param served whether it is the one that plans now
 * @param current whether the files are at it now
 */
public record VersionSummary(
        String version,
        int number,
        Instant firstSeen,
        int files,
        @Nullable FileChanges changes,
        List<String> rulesGone,
        boolean served,
        boolean current) {
    public VersionSummary {
        rulesGone = rulesGone == null ? List.of() : List.copyOf(rulesGone); // older servers tell nothing of it
    }
}
