package dev.muster.policy;

import dev.muster.agent.AgentCatalogue;
import dev.muster.fact.Agent;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.settings.PackSettings;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.reading.matching.Signals;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that a pack's rules and tables can use, by kind. */
public record KnownNames(PackSettings settings, AgentCatalogue agents, Signals signals) {

    /** The names of a pack. */
    public static KnownNames of(Pack pack) {
        return new KnownNames(pack.settings(), pack.agents(), pack.signals());
    }

    /** The only texts that a property of a type of facts can have; null where any will do. */
    public @Nullable Collection<String> of(String type, String property) {
        ColumnKind kind = RuleChecks.kind(type, property).orElse(null);
        return kind == null || !isClosed(kind) ? null : of(kind);
    }

    /** All names of a kind; empty where the pack does not say what there is. */
    Collection<String> of(ColumnKind kind) {
        return switch (kind) {
            case AGENT -> agents.facts().stream().map(Agent::name).toList();
            case PHASE -> settings.frame().phaseNames();
            case SIGNAL ->
                signals.definitions().stream().map(SignalDefinition::name).toList();
            case SEVERITY -> List.of("low", "medium", "high");
            case TASK_TYPE, PATTERN, CATEGORY, TRIGGER -> settings.names().getOrDefault(kind, List.of());
            case NUMBER -> List.of();
        };
    }

    /** Whether a name of that kind can be told to be wrong. */
    boolean isClosed(ColumnKind kind) {
        return switch (kind) {
            case AGENT, PHASE, SIGNAL, SEVERITY -> true;
            case TASK_TYPE, PATTERN, CATEGORY, TRIGGER -> settings.names().containsKey(kind);
            case NUMBER -> false;
        };
    }
}
