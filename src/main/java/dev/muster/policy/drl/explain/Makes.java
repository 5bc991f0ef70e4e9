package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that a consequence makes, wherever they stand in it. */
final class Makes {
    private final List<Expr.New> found = new ArrayList<>();

    private Makes() {}

    static List<Expr.New> of(List<Statement> consequence) {
        Makes makes = new Makes();
        consequence.forEach(makes::statement);
        return makes.found;
    }

    private void statement(@Nullable Statement statement) {
        switch (statement) {
            case Statement.Local local -> expression(local.value());
            case Statement.Assign assign -> expression(assign.value());
            case Statement.If choice -> {
                statement(choice.yes());
                statement(choice.no());
            }
            case Statement.ForEach loop -> statement(loop.body());
            case Statement.For loop -> statement(loop.body());
            case Statement.Block block -> block.statements().forEach(this::statement);
            case Statement.Run run -> expression(run.expression());
            case Statement.Modify modify -> modify.changes().forEach(this::statement);
            case null -> {}
        }
    }

    private void expression(Expr expression) {
        switch (expression) {
            case Expr.New made -> found.add(made);
            case Expr.Call call -> call.arguments().forEach(this::expression);
            case Expr.Enclosed enclosed -> expression(enclosed.inner());
            case Expr.ListOf list -> list.items().forEach(this::expression);
            case Expr.Conditional conditional -> {
                expression(conditional.yes());
                expression(conditional.no());
            }
            default -> {}
        }
    }
}
