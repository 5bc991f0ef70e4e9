package dev.muster.policy.cases;

import dev.muster.fact.Row;
import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.Pack;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.cases.CaseResult.Mismatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out for a case, to be held against what it looks for. */
record CaseOutcome(Pack pack, PolicyDecision decision, Plan plan) {

    List<Mismatch> mismatches(Case one) {
        List<Mismatch> mismatches = new ArrayList<>(one.pointless());
        order(one).ifPresent(mismatches::add);
        one.then().stream()
                .filter(e -> e.aspect() != Aspect.ORDER && !holds(e))
                .forEach(e ->
                        mismatches.add(new Mismatch(e.place(), e.aspect().key() + ": " + words(e.wanted()), found(e))));
        one.not().stream()
                .filter(this::holds)
                .forEach(e -> mismatches.add(
                        new Mismatch(e.place(), "no " + e.aspect().key() + ": " + words(e.wanted()), offending(e))));
        return mismatches;
    }

    /** The steps that a case lists under {@code order} stand in the plan in that order, whatever is between them. */
    private Optional<Mismatch> order(Case one) {
        List<Expectation> wanted =
                one.then().stream().filter(e -> e.aspect() == Aspect.ORDER).toList();
        List<?> found = Aspect.ORDER.in(plan);
        int from = 0;
        for (Expectation step : wanted) {
            int at = found.subList(from, found.size()).indexOf(step.wanted());
            if (at < 0) {
                String steps = wanted.stream().map(e -> words(e.wanted())).collect(Collectors.joining(", "));
                return Optional.of(new Mismatch(step.place(), "order: " + steps, shown(found)));
            }
            from += at + 1;
        }
        return Optional.empty();
    }

    private boolean holds(Expectation expected) {
        return expected.aspect() == Aspect.PROPOSALS
                ? proposals(expected).findAny().isPresent()
                : expected.aspect().in(plan).stream().anyMatch(found -> Matching.fits(expected.wanted(), found));
    }

    private Stream<Reasoned<?>> proposals(Expectation expected) {
        return decision.concluded().stream().filter(p -> Matching.fitsFact(expected.wanted(), p.what()));
    }

    /** What is there instead, as far as it is of the kind that was looked for. */
    private String found(Expectation expected) {
        return switch (expected.aspect()) {
            case PROPOSALS ->
                shown(decision.concluded().stream()
                        .map(Reasoned::what)
                        .filter(fact -> Matching.isOfType(expected.wanted(), fact))
                        .toList());
            case STEPS -> steps(expected.wanted());
            default -> shown(expected.aspect().in(plan));
        };
    }

    /** The steps of the agent that was looked for, in full; where it has none, the names of all steps. */
    private String steps(Object wanted) {
        Object agent = wanted instanceof Map<?, ?> map ? map.get("agent") : null;
        List<Map<String, Object>> own = StepWords.steps(plan).stream()
                .filter(step -> Objects.equals(step.get("agent"), agent))
                .toList();
        return own.isEmpty() ? shown(Aspect.ORDER.in(plan)) : shown(own);
    }

    /** What should not be there; for a proposal also which rule made it. */
    private String offending(Expectation unwanted) {
        if (unwanted.aspect() != Aspect.PROPOSALS) {
            return shown(unwanted.aspect().in(plan).stream()
                    .filter(found -> Matching.fits(unwanted.wanted(), found))
                    .toList());
        }
        return proposals(unwanted)
                .map(p -> p.what() + " by "
                        + p.because().stream().map(CaseOutcome::rule).distinct().collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String rule(Because because) {
        return "\"" + because.rule() + "\" (" + because.file() + ":" + because.line() + ")";
    }

    private static String shown(Collection<?> found) {
        return found.isEmpty()
                ? "nothing"
                : found.stream().map(CaseOutcome::words).collect(Collectors.joining(", "));
    }

    private static String words(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": "
                            + words(String.valueOf(e.getValue()).isEmpty() ? "" : e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }

    List<String> fired() {
        return decision.inference().firings().stream()
                .map(firing -> firing.rule().name())
                .distinct()
                .toList();
    }

    /** The rows of the pack's tables that rules matched when they fired. */
    List<String> rows() {
        List<Row> used = decision.inference().firings().stream()
                .flatMap(firing -> firing.matched().stream())
                .flatMap(fact -> fact instanceof Collection<?> several ? several.stream() : Stream.ofNullable(fact))
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .distinct()
                .toList();
        return pack.rows().stream().filter(used::contains).map(Coverage::shown).toList();
    }
}
