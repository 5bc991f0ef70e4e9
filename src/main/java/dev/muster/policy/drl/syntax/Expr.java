package dev.muster.policy.drl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it is written; {@code at} is the offset at which it begins, or the one a message should point to. */
public sealed interface Expr {
    int at();

    /** A text, number, truth value or null; {@code value} is a String, Integer, Long, Double, Boolean or null. */
    record Literal(int at, @Nullable Object value) implements Expr {}

    record Name(int at, String name) implements Expr {}

    record This(int at) implements Expr {}

    record Member(int at, Expr target, String name, boolean nullSafe) implements Expr {}

    record Call(int at, @Nullable Expr target, String name, List<Expr> arguments, boolean nullSafe) implements Expr {}

    record New(int at, String type, List<Expr> arguments) implements Expr {}

    record Index(int at, Expr target, Expr index) implements Expr {}

    record ListOf(int at, List<Expr> items) implements Expr {}

    /** {@code !} or {@code -} or {@code +}. */
    record Unary(int at, String operator, Expr operand) implements Expr {}

    /** Arithmetic: {@code + - * / %}. */
    record Arithmetic(int at, String operator, Expr left, Expr right) implements Expr {}

    /** {@code &&} or {@code ||}. */
    record Logical(int at, boolean and, Expr left, Expr right) implements Expr {}

    /**
     * A comparison.
     *
     * @param at where the operator stands
     * @param operator {@code == != < <= > >= contains memberOf matches str}, …
     * @param parameter what stands in brackets behind the operator, as in {@code str[startsWith]}
     */
    record Relation(
            int at,
            String operator,
            boolean negated,
            @Nullable String parameter,
            Expr left,
            Expr right) implements Expr {}

    record In(int at, boolean negated, Expr left, List<Expr> options) implements Expr {}

    record Conditional(int at, Expr test, Expr yes, Expr no) implements Expr {}

    /** Anything in parentheses: in a binding it makes a difference. */
    record Enclosed(int at, Expr inner) implements Expr {}

    /** {@code $name : expression}, or with {@code :=}. */
    record Bind(int at, String name, boolean unify, Expr value) implements Expr {}
}
