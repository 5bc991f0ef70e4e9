package dev.muster.app.policies;

import dev.muster.policy.FileChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reload on request did.
 *
 * @param pack as it is now, with its cases
 * @param before the version that planned before; absent where none did
 * @param changes in its files since they were last read
 * @param rulesGone the names of rules that planned before and are not there any more, those that asked for hard reviews first
 */
public record Reloaded(PackSummary pack, @Nullable String before, FileChanges changes, List<String> rulesGone) {
    public Reloaded {
        rulesGone = rulesGone == null ? List.of() : List.copyOf(rulesGone); // older servers tell nothing of it
    }
}
