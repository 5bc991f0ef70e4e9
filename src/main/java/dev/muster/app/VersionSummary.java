package dev.muster.app;

import dev.muster.policy.FileChanges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of a pack's versions says about each.
 *
 * @param number counts the pack's versions from 1
 * @param firstSeen when it was first served
 * @param files how many it is made of
 * @param changes from the version before; absent for the first
 * @param served whether it is the one that plans now
 * @param current whether the files are at it now
 */
public record VersionSummary(
        String version,
        int number,
        Instant firstSeen,
        int files,
        @Nullable FileChanges changes,
        boolean served,
        boolean current) {}
