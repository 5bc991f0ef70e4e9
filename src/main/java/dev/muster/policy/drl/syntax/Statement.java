package dev.muster.policy.drl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a consequence as it is written. */
public sealed interface Statement {
    int at();

    /** A local variable; the type's name is {@code var} where it is to be found out. */
    record Local(int at, String type, String name, Expr value) implements Statement {}

    /** {@code name = value}, or with {@code + - * / %} before the sign. */
    record Assign(int at, Expr target, @Nullable String operator, Expr value) implements Statement {}

    record If(int at, Expr test, Statement yes, @Nullable Statement no) implements Statement {}

    record ForEach(int at, String type, String name, Expr values, Statement body) implements Statement {}

    /** {@code for (int i = 0; i < 3; i++)}; without a test it goes on until the session's limit stops it. */
    record For(int at, List<Statement> first, @Nullable Expr test, List<Statement> after, Statement body)
            implements Statement {}

    record Block(int at, List<Statement> statements) implements Statement {}

    record Run(int at, Expr expression) implements Statement {}

    record Modify(int at, Expr target, List<Statement> changes) implements Statement {}
}
