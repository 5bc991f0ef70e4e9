package dev.muster.policy.check;

import dev.muster.fact.Pattern;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.limit.Allowance;
import dev.muster.plan.Proposal;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.Planner;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.drl.Arguments;
import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.vocabulary.FactWords;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hard reviews that some task gets round. Each trigger of a hard review is tried alone, under each pattern, with each task
 * type, and with each fact that a rule on the way to the review will not have beside it.
 */
final class AvoidableReviews {
    private final CheckedPack checked;

    private AvoidableReviews(CheckedPack checked) {
        this.checked = checked;
    }

    static Stream<PackFinding> of(CheckedPack checked) {
        AvoidableReviews reviews = new AvoidableReviews(checked);
        return checked.pack().settings().frame().reviews().entrySet().stream()
                .filter(review -> review.getValue().level() == ReviewLevel.HARD)
                .flatMap(review -> reviews.of(review.getKey()));
    }

    private Stream<PackFinding> of(String kind) {
        Target review = Target.of("Review", Demand.is("kind", kind));
        Target gate = Target.of("ReviewOutput", Demand.is("kind", kind));
        if (!checked.possibilities().canMake(review) && !checked.possibilities().canMake(gate)) {
            return Stream.of(finding(
                    new Place(checked.pack().name() + "/pack.yaml", 1, 1),
                    kind,
                    "The review " + kind + " is hard, and no rule ever asks for it."));
        }
        List<Object> beside = beside(kind, review, gate);
        return triggers(kind).flatMap(trigger -> avoided(kind, trigger, beside).stream());
    }

    private Stream<Trigger> triggers(String kind) {
        return checked.names(ColumnKind.TRIGGER).stream()
                .filter(name -> checked.possibilities()
                        .canMake(Target.of("Trigger", Demand.is("kind", kind), Demand.is("name", name))))
                .map(name -> new Trigger(kind, name));
    }

    /** What is tried beside a trigger. */
    private List<Object> beside(String kind, Target review, Target gate) {
        List<Object> facts = new ArrayList<>();
        checked.names(ColumnKind.PATTERN).stream().map(Pattern::new).forEach(facts::add);
        checked.names(ColumnKind.TASK_TYPE).stream().map(TaskType::new).forEach(facts::add);
        Stream.of(review, gate)
                .flatMap(target -> checked.possibilities().hindrances(target).stream())
                .filter(hindrance -> !isItself(hindrance, kind))
                .map(this::example)
                .flatMap(Optional::stream)
                .forEach(facts::add);
        return facts.stream().distinct().toList();
    }

    /** That it is not reviewed twice leaves nothing out. */
    private static boolean isItself(Target hindrance, String kind) {
        return hindrance.type().startsWith("Review") && Objects.equals(hindrance.value("kind"), kind);
    }

    private Optional<PackFinding> avoided(String kind, Trigger trigger, List<Object> beside) {
        if (!isReviewed(kind, trigger, null)) {
            return Optional.of(finding(
                    where(trigger),
                    kind,
                    "The trigger " + trigger.name() + " alone does not bring the hard review " + kind
                            + " in, so a task with it can go without."));
        }
        String ways = beside.stream()
                .filter(fact -> !isReviewed(kind, trigger, fact))
                .map(FactWords::of)
                .collect(Collectors.joining(", "));
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        where(trigger),
                        kind,
                        "The trigger " + trigger.name() + " does not bring the hard review " + kind
                                + " in where there is " + ways + "."));
    }

    /** A fault that shows only then is found by another check. */
    private boolean isReviewed(String kind, Trigger trigger, @Nullable Object beside) {
        Allowance.current().begins();
        List<Object> facts = Stream.of(trigger, beside)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        try {
            PolicyDecision decision = Allowance.forOneOfMany(
                    () -> Planner.decide(checked.pack(), new Task("", "a task"), TaskContext.NONE, facts));
            return decision.concluded().stream().map(Reasoned::what).anyMatch(fact -> isReview(fact, kind));
        } catch (RuleFailure | RuleLimitException e) {
            return true;
        }
    }

    private static boolean isReview(Object fact, String kind) {
        return switch (fact) {
            case Proposal.Review review -> review.kind().equals(kind);
            case Proposal.ReviewOutput gate -> gate.kind().equals(kind);
            default -> false;
        };
    }

    /** Where the trigger comes from: whoever wants to see the gap looks there. */
    private Place where(Trigger trigger) {
        return checked.pack().rules().rules().stream()
                .filter(rule -> rule.makes().stream()
                        .anyMatch(made -> made.type().equals("Trigger")
                                && made.arguments().stream()
                                        .anyMatch(a -> trigger.name().equals(a.literal()))))
                .map(CheckedPack::place)
                .findFirst()
                .orElse(new Place(checked.pack().name() + "/pack.yaml", 1, 1));
    }

    /** A fact that meets a target, where one can be made. */
    private Optional<Object> example(Target target) {
        if (target.type().equals("Signal")) {
            return checked.pack().signals().definitions().stream()
                    .filter(signal -> CheckedPack.shows(signal, target))
                    .findFirst()
                    .map(signal -> new Signal(
                            signal.kind(),
                            signal.name(),
                            signal.weight(),
                            true,
                            List.of(new dev.muster.fact.Evidence(signal.name(), 0, 0, "title"))));
        }
        VocabularyType type = MusterVocabulary.INSTANCE.type(target.type());
        Stream<Callable> constructors = type == null ? Stream.of() : type.constructors().stream();
        return constructors
                .flatMap(constructor -> made(constructor, target).stream())
                .findFirst();
    }

    private static Optional<Object> made(Callable constructor, Target target) {
        List<Object> values = new ArrayList<>();
        for (Parameter parameter : constructor.parameters()) {
            Object value = value(parameter, target);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.ofNullable(constructor.body().call(null, new Arguments(values.toArray())));
    }

    private static @Nullable Object value(Parameter parameter, Target target) {
        Object wanted = target.of(parameter.name()).stream()
                .filter(demand ->
                        demand.operator().equals("==") || demand.operator().equals("in"))
                .map(demand -> demand.values().getFirst())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return wanted == null && parameter.type().is(String.class) ? "something" : wanted;
    }

    private static PackFinding finding(Place place, String about, String message) {
        return new PackFinding(CheckIds.AVOIDABLE_REVIEW, Level.WARNING, place, about, message);
    }
}
