package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Plan;
import dev.muster.plan.settling.Settling;
import dev.muster.plan.settling.SettlingException;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.cases.CaseResult.Mismatch;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the cases of a pack. */
public final class CaseRunner {
    private static final String ENDING = ".cases.yaml";

    private CaseRunner() {}

    /**
     * All cases of a pack, in the order of files and lines.
     *
     * @throws FaultException with everything that is wrong in its case files
     */
    public static List<Case> cases(Pack pack) {
        Faults faults = new Faults();
        CaseWords words = CaseWords.of(pack);
        List<Case> cases = pack.files().paths().stream()
                .filter(path -> path.endsWith(ENDING))
                .flatMap(path -> CaseFile.read(path, pack.files().text(path, faults), words, faults).stream())
                .toList();
        repeatedNames(cases, faults);
        faults.throwIfAny();
        return cases;
    }

    private static void repeatedNames(List<Case> cases, Faults faults) {
        Map<String, Case> byName = new HashMap<>();
        for (Case one : cases) {
            Case earlier = byName.putIfAbsent(one.name(), one);
            if (earlier != null && !one.name().isEmpty()) {
                faults.add(
                        one.place(),
                        "A case is already called \"" + one.name() + "\" (" + earlier.place()
                                + "). Give each a name of its own, so that a red one can be found.");
            }
        }
    }

    /** Runs all cases of a pack, in the order of files and lines. */
    public static List<CaseResult> run(Pack pack) {
        return run(pack, CaseFilter.ALL);
    }

    /** Runs some cases of a pack, in the order of files and lines. */
    public static List<CaseResult> run(Pack pack, CaseFilter filter) {
        return run(pack, filter.of(cases(pack)));
    }

    /** Runs some cases in their order. */
    static List<CaseResult> run(Pack pack, List<Case> cases) {
        return Allowance.forMany(
                Allowance.timeOf(cases.size()),
                () -> cases.stream().map(one -> run(pack, one)).toList());
    }

    /** Runs one case; what keeps a plan from being made makes it red, also that the cases before it took all the time. */
    public static CaseResult run(Pack pack, Case one) {
        if (Allowance.current().isOver()) {
            return red(pack, one, "not tried: the cases before it took all the time that cases have together");
        }
        return Allowance.forOneOfMany(() -> within(pack, one));
    }

    private static CaseResult within(Pack pack, Case one) {
        try {
            PolicyDecision decision = Planner.decide(pack, one.task(), one.context(), one.facts());
            CaseOutcome outcome = new CaseOutcome(pack, decision, plan(pack, one, decision));
            return new CaseResult(
                    pack.name(), one.name(), one.place(), outcome.mismatches(one), outcome.fired(), outcome.rows());
        } catch (SettlingException | RuleFailure | RuleLimitException e) {
            return red(pack, one, String.valueOf(e.getMessage()));
        } catch (OverLimitException e) {
            return red(pack, one, "stopped after " + e.reached());
        } catch (StackOverflowError | OutOfMemoryError e) {
            return red(pack, one, e.toString());
        }
    }

    private static CaseResult red(Pack pack, Case one, String found) {
        Mismatch failed = new Mismatch(one.place(), "a plan", found);
        return new CaseResult(pack.name(), one.name(), one.place(), List.of(failed), List.of(), List.of());
    }

    private static Plan plan(Pack pack, Case one, PolicyDecision decision) {
        Task task = one.task();
        Plan.PlannedTask planned = new Plan.PlannedTask(
                null, task == null ? "" : task.title(), task == null ? "" : task.description(), one.context());
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        return Planner.settle(pack, decision, new Settling.Stamp("case", 1, Instant.EPOCH, ref, planned));
    }
}
