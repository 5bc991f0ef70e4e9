package dev.muster.run.fold;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Verdict;
import dev.muster.plan.Severity;
import dev.muster.run.state.GateMemory;
import java.util.List;

/**
 * What a reviewer's verdict comes to. The scope of a gate is what its reviewer wanted when it first wanted changes; what comes
 * up later is a follow-up, so that work comes to an end. A gate passes by its reviewer's word alone.
 *
 * @param conditions what has to be put right before the gate passes
 * @param beyond what is new after the scope was set
 */
public record Judging(boolean passed, List<Finding> conditions, List<Finding> beyond) {
    public static Judging of(Verdict verdict, GateMemory memory) {
        List<Finding> mustFix = mustFix(verdict);
        if (mustFix.isEmpty()) {
            return new Judging(true, List.of(), List.of());
        }
        if (memory.scope().isEmpty()) {
            return new Judging(false, mustFix, List.of());
        }
        if (verdict.findings().isEmpty()) {
            // Whoever still wants changes and says nothing new means what was wanted first.
            return new Judging(false, memory.scope(), List.of());
        }
        List<Finding> known = mustFix.stream()
                .filter(finding -> SameFinding.isAmong(finding, memory.scope()))
                .toList();
        List<Finding> beyond =
                mustFix.stream().filter(finding -> !known.contains(finding)).toList();
        return new Judging(false, known, beyond);
    }

    /** A pass with things that must be put right is none; wanting changes without saying which still is wanting them. */
    static List<Finding> mustFix(Verdict verdict) {
        List<Finding> mustFix =
                verdict.findings().stream().filter(Finding::mustFix).toList();
        if (!mustFix.isEmpty() || verdict.decision() == Verdict.Decision.PASS) {
            return mustFix;
        }
        return verdict.findings().isEmpty()
                ? List.of(
                        new Finding(Severity.MEDIUM, null, null, "The reviewer wants changes and says no more.", true))
                : verdict.findings();
    }
}
