package dev.muster.app;

import dev.muster.policy.PackState;
import dev.muster.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of policy packs says about each.
 *
 * @param version absent where the pack is broken
 * @param faults why it is broken
 */
public record PackSummary(
        String name,
        State state,
        @Nullable String version,
        @Nullable String title,
        List<Fault> faults) {
    public PackSummary {
        faults = List.copyOf(faults);
    }

    /** Whether a pack plans. */
    public enum State {
        READY,
        BROKEN
    }

    static PackSummary of(PackState state) {
        return switch (state) {
            case PackState.Loaded(var pack) ->
                new PackSummary(pack.name(), State.READY, pack.version(), pack.title(), List.of());
            case PackState.Broken(String name, List<Fault> faults) ->
                new PackSummary(name, State.BROKEN, null, null, faults);
        };
    }
}
