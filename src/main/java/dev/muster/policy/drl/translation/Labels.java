package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** The names that a condition binds. */
final class Labels {
    private Labels() {}

    static List<String> of(Condition condition) {
        List<String> labels = new ArrayList<>();
        collect(condition, labels);
        return labels;
    }

    private static void collect(Condition condition, List<String> labels) {
        switch (condition) {
            case Condition.Match match -> {
                label(match.label(), labels);
                match.constraints().forEach(constraint -> collect(constraint.expression(), labels));
                match.positional().forEach(argument -> collect(argument, labels));
            }
            case Condition.And and -> and.parts().forEach(part -> collect(part, labels));
            case Condition.Or or -> or.branches().forEach(branch -> collect(branch, labels));
            case Condition.Accumulate accumulate ->
                accumulate.functions().forEach(function -> label(function.label(), labels));
            case Condition.Not not -> {}
            case Condition.Exists exists -> {}
            case Condition.ForAll forAll -> {}
            case Condition.Eval eval -> {}
        }
    }

    private static void label(Condition.@org.jspecify.annotations.Nullable Label label, List<String> labels) {
        if (label != null) {
            labels.add(label.name());
        }
    }

    static void collect(Expr expression, List<String> labels) {
        switch (expression) {
            case Expr.Bind bind -> {
                labels.add(bind.name());
                collect(bind.value(), labels);
            }
            case Expr.Logical logical -> {
                collect(logical.left(), labels);
                collect(logical.right(), labels);
            }
            case Expr.Enclosed enclosed -> collect(enclosed.inner(), labels);
            case Expr.Name name when name.name().startsWith("$") -> labels.add(name.name());
            default -> {}
        }
    }
}
