package dev.muster.policy.drl.explain;

import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Condition.Source;
import java.util.ArrayList;
import java.util.List;

/** The patterns of conditions, wherever they stand in them. */
final class Matches {
    private final List<Condition.Match> found = new ArrayList<>();

    private Matches() {}

    static List<Condition.Match> of(Condition condition) {
        Matches matches = new Matches();
        matches.collect(condition);
        return matches.found;
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.Match match -> match(match);
            case Condition.And and -> and.parts().forEach(this::collect);
            case Condition.Or or -> or.branches().forEach(this::collect);
            case Condition.Not not -> collect(not.inner());
            case Condition.Exists exists -> collect(exists.inner());
            case Condition.ForAll forAll -> forAll.patterns().forEach(this::collect);
            case Condition.Accumulate accumulate -> collect(accumulate.source());
            case Condition.Eval _ -> {}
        }
    }

    private void match(Condition.Match match) {
        found.add(match);
        switch (match.from()) {
            case Source.Collect collect -> collect(collect.pattern());
            case Source.Accumulated accumulated -> collect(accumulated.source());
            case Source.Values _ -> {}
            case null -> {}
        }
    }
}
