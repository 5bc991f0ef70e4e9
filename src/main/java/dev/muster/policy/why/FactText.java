package dev.muster.policy.why;

import dev.muster.fact.Row;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.vocabulary.FactWords;
import dev.muster.source.EnumWord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts, and facts that are missing, in words. */
final class FactText {
    private static final int LONGEST = 100;
    private static final Set<String> PLAIN = Set.of("name", "kind", "agent", "id", "question");

    private FactText() {}

    static String of(Object fact) {
        return switch (fact) {
            case Row row -> FactWords.of(row) + " (" + cells(row) + ")";
            case UseAgent use ->
                "UseAgent " + use.agent() + ", "
                        + use.role().name().toLowerCase(Locale.ROOT)
                        + (use.purpose() == null ? "" : " (" + use.purpose() + ")");
            case Review review -> "Review " + review.kind() + " by " + review.agent();
            case ReviewOutput gate -> "ReviewOutput " + gate.kind() + " of " + gate.agent() + " by " + gate.reviewer();
            case Escalate escalate -> "Escalate " + escalate.kind() + " to " + escalate.to();
            case Ask ask -> "Ask " + ask.id();
            default -> FactWords.of(fact);
        };
    }

    private static String cells(Row row) {
        List<String> cells =
                row.cells().values().stream().filter(cell -> !cell.isEmpty()).toList();
        String words = String.join(", ", cells);
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** {@code Trigger security payment}; {@code Signal add or change, inTitle true}. */
    static String of(Target fact) {
        List<Demand> demands = fact.demands().stream()
                .filter(demand -> !isSaidBySmallerSet(demand, fact))
                .toList();
        String plain =
                demands.stream().filter(FactText::isPlain).map(FactText::demand).collect(Collectors.joining(" "));
        String others = demands.stream()
                .filter(demand -> !isPlain(demand))
                .map(FactText::demand)
                .collect(Collectors.joining(", "));
        String values = plain + (plain.isEmpty() || others.isEmpty() ? "" : ", ") + others;
        return values.isEmpty() ? "any " + fact.type() : fact.type() + " " + values;
    }

    /** A set of possible values says nothing beside the one value. */
    private static boolean isSaidBySmallerSet(Demand demand, Target fact) {
        return !demand.operator().equals("==") && fact.value(demand.property()) != null;
    }

    /** A property that needs no name, since it says which one of its type the fact is. */
    private static boolean isPlain(Demand demand) {
        return PLAIN.contains(demand.property());
    }

    private static String demand(Demand demand) {
        String values = demand.values().stream().map(FactText::value).collect(Collectors.joining(" or "));
        boolean plain = isPlain(demand);
        return switch (demand.operator()) {
            case "==", "in" -> plain ? values : column(demand) + " " + values;
            case "!=", "not in" -> (plain ? "" : column(demand) + " ") + "other than " + values;
            case "contains" -> column(demand) + " with " + values;
            default -> column(demand) + " " + demand.operator() + " " + values;
        };
    }

    /** {@code cell("task_type")} is the column {@code task_type}. */
    static String column(Demand demand) {
        return demand.property().replaceFirst("^(?:cell|values|number)\\(\"(.*)\"\\)$", "$1");
    }

    static String value(@Nullable Object value) {
        return value instanceof Enum<?> constant
                ? EnumWord.of(constant)
                : Objects.equals(value, "") ? "nothing" : String.valueOf(value);
    }
}
