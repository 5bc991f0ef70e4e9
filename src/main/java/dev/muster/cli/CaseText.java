package dev.muster.cli;

import dev.muster.policy.cases.CaseResult;
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
            out.println("There are no cases. Write some beside the rules, in a file that ends with .cases.yaml.");
            return;
        }
        int green = results.size() - red.size();
        out.println(Count.of(results.size(), "case") + ": " + green + " green, " + red.size() + " red");
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
