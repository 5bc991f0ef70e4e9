package dev.muster.app;

import dev.muster.policy.FileChanges;
import org.jspecify.annotations.Nullable;

/**
 * What a reload on request did.
 *
 * @param pack as it is now, with its cases
 * @param before the version that planned before; absent where none did
 * @param changes in its files since they were last read
 */
public record Reloaded(PackSummary pack, @Nullable String before, FileChanges changes) {}
