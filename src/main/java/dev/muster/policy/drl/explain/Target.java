package dev.muster.policy.drl.explain;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact that is asked for: of a type, with properties that meet demands. */
public record Target(String type, List<Demand> demands) {
    public Target {
        demands = List.copyOf(demands);
    }

    public static Target of(String type, Demand... demands) {
        return new Target(type, List.of(demands));
    }

    /** The only value that a property can have, or null where it can have any or several. */
    public @Nullable Object value(String property) {
        return demands.stream()
                .filter(demand -> demand.isEquality() && demand.property().equals(property))
                .map(demand -> demand.values().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** All that is asked of one property. */
    public List<Demand> of(String property) {
        return demands.stream()
                .filter(demand -> demand.property().equals(property))
                .toList();
    }

    /** Whether whatever meets this one meets the other one too. */
    public boolean isAtLeast(Target other) {
        return type.equals(other.type) && new HashSet<>(demands).containsAll(other.demands);
    }

    /** {@code Trigger( kind == "security", name in ("payment", "user-data") )}. */
    @Override
    public String toString() {
        String all = demands.stream().map(Target::shown).collect(Collectors.joining(", "));
        return type + (all.isEmpty() ? "()" : "( " + all + " )");
    }

    private static String shown(Demand demand) {
        String values = demand.values().stream().map(Target::shown).collect(Collectors.joining(", "));
        boolean several = demand.operator().endsWith("in");
        return demand.property() + " " + demand.operator() + " " + (several ? "(" + values + ")" : values);
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }
}
