package dev.muster.policy.check;

import dev.muster.limit.Allowance;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.drl.explain.Possibilities.Stuck;
import dev.muster.policy.drl.explain.Rulebook.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that can never fire, and queries that nobody asks. */
final class DeadRules {
    private DeadRules() {}

    static Stream<PackFinding> rules(CheckedPack checked) {
        return checked.possibilities().stuck().entrySet().stream().map(entry -> rule(entry.getKey(), entry.getValue()));
    }

    private static PackFinding rule(String rule, Stuck stuck) {
        String why = stuck.fact() == null
                ? " never holds together with the conditions before it, whatever a task says."
                : " needs " + stuck.fact() + ", and nothing brings that about.";
        return new PackFinding(
                CheckIds.DEAD_RULE,
                Level.WARNING,
                stuck.place(),
                rule,
                "The rule \"" + rule + "\" can never fire: " + stuck.condition() + why);
    }

    /** A query is alive if a rule asks it, or a query that is alive. */
    static Stream<PackFinding> queries(CheckedPack checked) {
        Set<String> alive = new HashSet<>();
        checked.book().names().forEach(alive::add);
        List<Call> calls = checked.book().calls();
        boolean grew = true;
        while (grew) {
            Allowance.current().tick(1 + calls.size());
            grew = alive.addAll(calls.stream()
                    .filter(call -> alive.contains(call.by()))
                    .map(Call::query)
                    .toList());
        }
        return checked.pack().rules().queries().stream()
                .filter(query -> !alive.contains(query.name()))
                .map(query -> new PackFinding(
                        CheckIds.DEAD_QUERY,
                        Level.WARNING,
                        new dev.muster.source.Place(query.file(), query.line(), 1),
                        query.name(),
                        "No rule asks the query \"" + query.name() + "\". Ask it, or take it out."));
    }
}
