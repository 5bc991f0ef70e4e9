package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.syntax.Condition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition as it is written, on one line. */
final class ConditionText {
    private ConditionText() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Match match -> match(match);
            case Condition.And and -> joined(and.parts(), " and ");
            case Condition.Or or -> joined(or.branches(), " or ");
            case Condition.Not not -> "not " + of(not.inner());
            case Condition.Exists exists -> "exists " + of(exists.inner());
            case Condition.ForAll forAll -> "forall" + joined(forAll.patterns(), ", ");
            case Condition.Eval eval -> "eval( " + line(eval.text()) + " )";
            case Condition.Accumulate accumulate -> accumulate(accumulate);
        };
    }

    private static String match(Condition.Match match) {
        String constraints = constraints(match.constraints());
        return label(match.label())
                + match.type()
                + (constraints.isEmpty() ? "()" : "( " + constraints + " )")
                + (match.from() == null ? "" : " from …");
    }

    private static String accumulate(Condition.Accumulate accumulate) {
        String functions = accumulate.functions().stream()
                .map(function -> label(function.label()) + function.name() + "()")
                .collect(Collectors.joining(", "));
        String constraints = constraints(accumulate.constraints());
        return "accumulate( " + of(accumulate.source()) + "; " + functions
                + (constraints.isEmpty() ? "" : "; " + constraints) + " )";
    }

    private static String label(Condition.@Nullable Label label) {
        return label == null ? "" : label.name() + " : ";
    }

    private static String constraints(List<Condition.Constraint> constraints) {
        return constraints.stream().map(constraint -> line(constraint.text())).collect(Collectors.joining(", "));
    }

    private static String joined(List<? extends Condition> parts, String by) {
        return parts.stream().map(ConditionText::of).collect(Collectors.joining(by, "( ", " )"));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
