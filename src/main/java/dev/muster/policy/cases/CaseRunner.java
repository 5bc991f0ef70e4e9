package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import dev.muster.plan.Reasoned;
import dev.muster.plan.Settling;
import dev.muster.plan.SettlingException;
import dev.muster.policy.Decision;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.cases.CaseResult.Mismatch;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the cases of a pack. */
public final class CaseRunner {
    private static final String ENDING = ".cases.yaml";

    private CaseRunner() {}

    /**
     * All cases of a pack.
     *
     * @throws FaultException with everything that is wrong in its case files
     */
    public static List<Case> cases(Pack pack) {
        Faults faults = new Faults();
        List<Case> cases = pack.files().paths().stream()
                .filter(path -> path.endsWith(ENDING))
                .flatMap(path -> CaseFile.read(path, pack.files().text(path, faults), faults).stream())
                .toList();
        faults.throwIfAny();
        return cases;
    }

    /** Runs all cases of a pack, in the order of files and lines. */
    public static List<CaseResult> run(Pack pack) {
        return cases(pack).stream().map(c -> run(pack, c)).toList();
    }

    public static CaseResult run(Pack pack, Case one) {
        try {
            Decision decision = Planner.decide(pack, one.task(), one.context(), one.facts());
            Outcome outcome = new Outcome(decision, plan(pack, one, decision));
            List<Mismatch> mismatches = new ArrayList<>(order(one, outcome));
            one.then().stream()
                    .filter(e -> e.aspect() != Aspect.ORDER && !outcome.holds(e))
                    .forEach(e -> mismatches.add(mismatch(e, outcome, "")));
            one.not().stream().filter(outcome::holds).forEach(e -> mismatches.add(mismatch(e, outcome, "no ")));
            return new CaseResult(pack.name(), one.name(), one.place(), mismatches, fired(decision));
        } catch (SettlingException | RuleLimitException e) {
            String message = String.valueOf(e.getMessage());
            Mismatch failed = new Mismatch(one.place(), "a plan", message);
            return new CaseResult(pack.name(), one.name(), one.place(), List.of(failed), List.of());
        }
    }

    private static Plan plan(Pack pack, Case one, Decision decision) {
        Task task = one.task();
        Plan.PlannedTask planned = new Plan.PlannedTask(
                null, task == null ? "" : task.title(), task == null ? "" : task.description(), one.context());
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        return Planner.settle(pack, decision, new Settling.Stamp("case", 1, Instant.EPOCH, ref, planned));
    }

    private static List<String> fired(Decision decision) {
        return decision.inference().firings().stream()
                .map(firing -> firing.rule().name())
                .distinct()
                .toList();
    }

    /** The steps that a case lists under {@code order} stand in the plan in that order, whatever is between them. */
    private static List<Mismatch> order(Case one, Outcome outcome) {
        List<Expectation> wanted =
                one.then().stream().filter(e -> e.aspect() == Aspect.ORDER).toList();
        List<?> found = Aspect.ORDER.in(outcome.plan());
        int from = 0;
        for (Expectation step : wanted) {
            int at = found.subList(from, found.size()).indexOf(step.wanted());
            if (at < 0) {
                String steps =
                        wanted.stream().map(e -> String.valueOf(e.wanted())).collect(Collectors.joining(", "));
                return List.of(new Mismatch(step.place(), "order: " + steps, shown(found)));
            }
            from += at + 1;
        }
        return List.of();
    }

    private static Mismatch mismatch(Expectation expected, Outcome outcome, String no) {
        return new Mismatch(
                expected.place(),
                no + expected.aspect().key() + ": " + expected.wanted(),
                shown(outcome.found(expected.aspect())));
    }

    private static String shown(List<?> found) {
        return found.isEmpty() ? "nothing" : found.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private record Outcome(Decision decision, Plan plan) {
        boolean holds(Expectation expected) {
            return expected.aspect().isOfPlan()
                    ? expected.aspect().in(plan).stream().anyMatch(found -> Matching.fits(expected.wanted(), found))
                    : facts().stream().anyMatch(fact -> Matching.fitsFact(expected.wanted(), fact));
        }

        List<?> found(Aspect aspect) {
            return aspect.isOfPlan() ? aspect.in(plan) : facts();
        }

        private List<?> facts() {
            return decision.concluded().stream().map(Reasoned::what).toList();
        }
    }
}
