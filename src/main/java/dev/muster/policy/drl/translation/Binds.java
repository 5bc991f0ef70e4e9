package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.List;

/** Bindings inside a constraint: {@code $a : age > 3 && $n : name != null}. */
final class Binds {
    private Binds() {}

    static boolean in(Expr expression) {
        return !all(expression).isEmpty();
    }

    static List<Expr.Bind> all(Expr expression) {
        List<Expr.Bind> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expr expression, List<Expr.Bind> found) {
        switch (expression) {
            case Expr.Bind bind -> found.add(bind);
            case Expr.Logical logical -> {
                collect(logical.left(), found);
                collect(logical.right(), found);
            }
            case Expr.Enclosed enclosed -> collect(enclosed.inner(), found);
            default -> {}
        }
    }

    static Expr without(Expr expression) {
        return switch (expression) {
            case Expr.Bind bind -> bind.value();
            case Expr.Logical logical ->
                new Expr.Logical(logical.at(), logical.and(), without(logical.left()), without(logical.right()));
            case Expr.Enclosed enclosed -> new Expr.Enclosed(enclosed.at(), without(enclosed.inner()));
            default -> expression;
        };
    }

    /** The part of a binding that the name stands for: the left side of a comparison, or all that is in parentheses. */
    static Expr boundPart(Expr.Bind bind) {
        Expr value = bind.value();
        return switch (value) {
            case Expr.Relation relation -> leftMost(relation.left(), bind);
            case Expr.In in -> leftMost(in.left(), bind);
            case Expr.Enclosed enclosed -> enclosed(enclosed, bind);
            default -> leftMost(value, bind);
        };
    }

    private static Expr enclosed(Expr.Enclosed enclosed, Expr.Bind bind) {
        Expr inner = enclosed.inner();
        if (inner instanceof Expr.Relation || inner instanceof Expr.Logical || inner instanceof Expr.In) {
            throw new SyntaxError(
                    bind.at(),
                    "a name cannot stand for a comparison: bind the value, as in \"" + bind.name() + " : property\"");
        }
        return inner;
    }

    private static Expr leftMost(Expr value, Expr.Bind bind) {
        if (value instanceof Expr.Arithmetic || value instanceof Expr.Unary || value instanceof Expr.Conditional) {
            throw new SyntaxError(
                    bind.at(),
                    "what \"" + bind.name() + "\" stands for must be in parentheses: " + bind.name() + " : ( … )");
        }
        return value;
    }
}
