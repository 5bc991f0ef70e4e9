package dev.muster.run.state;

import dev.muster.agent.executor.Finding;
import java.util.List;

/**
 * What a gate remembers over the rounds.
 *
 * @param scope what the reviewer asked for when it first wanted changes; new things later are follow-ups
 */
public record GateMemory(List<Finding> scope, boolean frozen, boolean overridden) {
    static final GateMemory NONE = new GateMemory(List.of(), false, false);

    public GateMemory {
        scope = List.copyOf(scope);
    }

    public GateMemory withScope(List<Finding> first) {
        return new GateMemory(first, frozen, overridden);
    }

    public GateMemory nowFrozen() {
        return new GateMemory(scope, true, overridden);
    }

    public GateMemory nowOverridden() {
        return new GateMemory(scope, frozen, true);
    }
}
