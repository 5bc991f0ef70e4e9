package dev.muster.policy.cases;

import dev.muster.fact.Row;
import dev.muster.policy.Pack;
import dev.muster.policy.drl.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a pack's own rules and rows its cases bring into play. What none of them does could be wrong without anybody noticing.
 * What the pack extends is for the cases of all that extend it.
 *
 * @param rules the number of rules of the pack itself
 * @param rows the number of rows of its own tables
 * @param idleRules the rules that fire in no case
 * @param idleRows the rows that no rule uses in any case
 */
public record Coverage(String pack, int rules, int rows, List<RuleInfo> idleRules, List<Row> idleRows) {
    public Coverage {
        idleRules = List.copyOf(idleRules);
        idleRows = List.copyOf(idleRows);
    }

    /** The coverage that results of the pack's cases show. */
    public static Coverage of(Pack pack, List<CaseResult> results) {
        Set<String> fired = new HashSet<>();
        Set<String> used = new HashSet<>();
        results.forEach(result -> {
            fired.addAll(result.fired());
            used.addAll(result.rows());
        });
        List<RuleInfo> rules = pack.rules().rules().stream()
                .filter(rule -> pack.owns(rule.file()))
                .toList();
        List<Row> rows =
                pack.rows().stream().filter(row -> pack.owns(row.file())).toList();
        return new Coverage(
                pack.name(),
                rules.size(),
                rows.size(),
                rules.stream().filter(rule -> !fired.contains(rule.name())).toList(),
                rows.stream().filter(row -> !used.contains(shown(row))).toList());
    }

    public boolean isComplete() {
        return idleRules.isEmpty() && idleRows.isEmpty();
    }

    /** {@code backend/selection.csv:2}. */
    static String shown(Row row) {
        return row.file() + ":" + row.line();
    }
}
