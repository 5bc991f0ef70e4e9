package dev.muster.policy.drl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition of a rule as it is written. */
public sealed interface Condition {
    int at();

    /** A name given to what matches. */
    record Label(int at, String name, boolean unify) {}

    /** One constraint of a pattern, with its text. */
    record Constraint(int at, String text, Expr expression) {}

    /**
     * A pattern, or the call of a query.
     *
     * @param passive whether {@code ?} stands before it
     * @param positional what stands before a {@code ;}
     */
    record Match(
            int at,
            @Nullable Label label,
            boolean passive,
            String type,
            int typeAt,
            List<Expr> positional,
            List<Constraint> constraints,
            List<String> watch,
            @Nullable Source from)
            implements Condition {}

    record And(int at, List<Condition> parts) implements Condition {}

    record Or(int at, List<Condition> branches) implements Condition {}

    record Not(int at, Condition inner) implements Condition {}

    record Exists(int at, Condition inner) implements Condition {}

    record ForAll(int at, List<Condition> patterns) implements Condition {}

    record Eval(int at, String text, Expr expression) implements Condition {}

    record Accumulate(int at, Condition source, List<Function> functions, List<Constraint> constraints)
            implements Condition {}

    /** A function of an accumulate. */
    record Function(int at, @Nullable Label label, String name, List<Expr> arguments) {}

    /** Where the values of a pattern come from. */
    sealed interface Source {
        int at();

        record Values(int at, Expr expression) implements Source {}

        record Collect(int at, Condition pattern) implements Source {}

        record Accumulated(int at, Condition source, Function function) implements Source {}
    }
}
