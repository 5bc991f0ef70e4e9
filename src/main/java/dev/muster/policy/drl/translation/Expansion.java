package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.syntax.Condition;
import java.util.Collection;

/**
 * What Drools makes of conditions before it builds its network: it parts them at every {@code or}, so that two of them one after
 * another multiply. Counted from what is written, as finding out by doing it may take longer than anybody waits.
 *
 * @param alternatives how many rules without {@code or} it becomes
 * @param patterns how many patterns these have together
 */
public record Expansion(long alternatives, long patterns) {
    public static final Expansion NOTHING = new Expansion(1, 0);

    /** No count goes beyond this, so that products of two still fit. */
    private static final long TOO_MANY = 1L << 30;

    private static final Expansion ONE = new Expansion(1, 1);

    public Expansion {
        alternatives = Math.min(alternatives, TOO_MANY);
        patterns = Math.min(patterns, TOO_MANY);
    }

    public static Expansion of(Condition condition) {
        return switch (condition) {
            case Condition.Match match -> match.from() == null ? ONE : over(match.from());
            case Condition.And and -> of(and.parts());
            case Condition.Or or ->
                or.branches().stream().map(Expansion::of).reduce(Expansion::or).orElse(NOTHING);
            case Condition.Exists exists -> of(exists.inner());
            case Condition.Not not -> of(not.inner()).inOne();
            case Condition.ForAll forAll -> new Expansion(1, forAll.patterns().size() + 1L);
            case Condition.Eval _ -> ONE;
            case Condition.Accumulate accumulate -> over(accumulate.source());
        };
    }

    public static Expansion of(Collection<? extends Condition> conditions) {
        return conditions.stream().map(Expansion::of).reduce(NOTHING, Expansion::and);
    }

    private static Expansion over(Condition.Source source) {
        return switch (source) {
            case Condition.Source.Values _ -> ONE;
            case Condition.Source.Collect collect -> over(collect.pattern());
            case Condition.Source.Accumulated accumulated -> over(accumulated.source());
        };
    }

    private static Expansion over(Condition source) {
        return of(source).inOne().and(ONE);
    }

    /** Conditions that hold together: each alternative of one with each of the other. */
    public Expansion and(Expansion other) {
        return new Expansion(
                alternatives * other.alternatives, patterns * other.alternatives + other.patterns * alternatives);
    }

    private Expansion or(Expansion other) {
        return new Expansion(alternatives + other.alternatives, patterns + other.patterns);
    }

    /** That none of the alternatives holds is one condition, however many these are. */
    private Expansion inOne() {
        return new Expansion(1, patterns);
    }
}
