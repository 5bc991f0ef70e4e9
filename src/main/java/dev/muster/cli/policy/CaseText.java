package dev.muster.cli.policy;

import dev.muster.cli.terminal.Count;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.cases.Mutation;
import java.io.PrintWriter;
import java.util.List;

/** Cases for people: what is red, in full, and how many there are. */
final class CaseText {
    private CaseText() {}

    static void write(List<CaseResult> results, PrintWriter out) {
        List<CaseResult> red =
                results.stream().filter(result -> !result.passed()).toList();
        red.forEach(result -> write(result, out));
        if (results.isEmpty()) {
            out.println(
                    "No case fits, or there are none. Cases stand beside the rules, in files that end with .cases.yaml.");
            return;
        }
        int green = results.size() - red.size();
        out.println(Count.of(results.size(), "case") + ": " + green + " green, " + red.size() + " red");
    }

    static void coverage(List<Coverage> all, PrintWriter out) {
        for (Coverage coverage : all) {
            coverage.idleRules()
                    .forEach(rule -> out.println("IDLE " + rule.file() + ":" + rule.line()
                            + ": no case makes the rule \"" + rule.name() + "\" fire"));
            coverage.idleRows()
                    .forEach(row -> out.println("IDLE " + row.file() + ":" + row.line() + ": no case uses this row"));
            out.println("Coverage of " + coverage.pack() + ": "
                    + (coverage.rules() - coverage.idleRules().size()) + " of " + Count.of(coverage.rules(), "rule")
                    + ", "
                    + (coverage.rows() - coverage.idleRows().size()) + " of " + Count.of(coverage.rows(), "row"));
        }
    }

    static void mutation(List<Mutation> all, PrintWriter out) {
        for (Mutation mutation : all) {
            mutation.unnoticed()
                    .forEach(mutant ->
                            out.println("UNNOTICED  without the " + mutant.shown() + " all cases stay green"));
            int tried = mutation.verdicts().size();
            out.println("Mutation of " + mutation.pack() + ": "
                    + (tried - mutation.unnoticed().size()) + " noticed of " + tried + " that were taken out");
        }
    }

    private static void write(CaseResult result, PrintWriter out) {
        out.println("RED  " + result.place().file() + ":" + result.place().line() + ": " + result.name());
        for (CaseResult.Mismatch mismatch : result.mismatches()) {
            out.println("     at        " + mismatch.place());
            out.println("     expected  " + mismatch.expected());
            out.println("     found     " + mismatch.found());
        }
        out.println("     fired     "
                + (result.fired().isEmpty() ? "no rule" : String.join("\n               ", result.fired())));
        out.println();
    }
}
