package dev.muster.policy.why;

import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Plan;
import dev.muster.plan.settling.Reasoned;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.drl.explain.Unmet;
import dev.muster.policy.why.Why.Answer;
import dev.muster.policy.why.Why.Support;
import dev.muster.source.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers why something is in a plan and why not. */
public final class Explaining {
    private final Pack pack;
    private final Task task;
    private final PolicyDecision decision;
    private final Plan plan;
    private final Supports supports;
    private final MissingWords words;

    private Explaining(Pack pack, Plan made) {
        this.pack = pack;
        this.task = new Task(made.task().title(), made.task().description());
        this.decision = Planner.decide(pack, task, made.task().context(), List.of());
        this.plan = Planner.settle(
                pack,
                decision,
                new Settling.Stamp(made.id(), made.version(), made.createdAt(), made.pack(), made.task()));
        this.supports = new Supports(decision.inference());
        this.words = new MissingWords(pack, decision, supports);
    }

    /**
     * The answer.
     *
     * @param pack as it was when the plan was made, or as it is now
     * @param about a name, or a kind and a name as in {@code review:security}
     * @throws UnknownSubjectException where nothing is called so
     */
    public static Why why(Pack pack, Plan plan, String about) {
        return Allowance.forPlan(() -> {
            Explaining explaining = new Explaining(pack, plan);
            List<Answer> answers = new WhySubjects(pack, explaining.plan)
                    .find(about).stream().map(explaining::answer).toList();
            return new Why(plan.id(), pack.name(), pack.version(), plan.pack().version(), about, answers);
        });
    }

    private Answer answer(WhySubject subject) {
        try {
            return inTime(subject);
        } catch (OverLimitException e) {
            throw new RuleLimitException(
                    "The explanation was stopped after " + e.reached() + ": the rules of " + pack.name()
                            + " have too many reasons for " + subject.kind().word() + ":" + subject.name()
                            + ". Ask about something nearer.",
                    null,
                    e);
        }
    }

    private Answer inTime(WhySubject subject) {
        List<?> facts = facts(subject);
        Presence presence = Presence.of(subject, plan, !facts.isEmpty());
        if (!facts.isEmpty() || presence.chosen()) {
            List<Support> because = facts.isEmpty() ? presence.because() : supports.of(facts);
            return new Answer(
                    subject.kind(),
                    subject.name(),
                    presence.chosen(),
                    presence.sentence(),
                    because,
                    List.of(),
                    List.of(),
                    List.of());
        }
        return not(subject, presence.sentence());
    }

    private List<?> facts(WhySubject subject) {
        return subject.kind() == SubjectKind.SIGNAL
                ? decision.reading().signals().stream()
                        .filter(signal -> signal.name().equals(subject.name()))
                        .toList()
                : concluded(subject, decision).toList();
    }

    private static Stream<Object> concluded(WhySubject subject, PolicyDecision decision) {
        return decision.concluded().stream()
                .map(Reasoned::what)
                .map(Object.class::cast)
                .filter(fact -> subject.targets().stream().anyMatch(target -> Meeting.meets(fact, target)));
    }

    private Answer not(WhySubject subject, String sentence) {
        if (subject.kind() == SubjectKind.SIGNAL) {
            return noSignal(subject);
        }
        WhyNot whyNot = new WhyNot(pack, decision, words);
        List<Why.Attempted> attempts = whyNot.attempts(subject.targets());
        Set<Signal> inTheWay = new LinkedHashSet<>();
        whyNot.blockers().forEach(fact -> inTheWay.addAll(supports.signals(fact)));
        WhatIf whatIf = new WhatIf(
                pack,
                task,
                plan.task().context(),
                decision,
                words,
                changed -> concluded(subject, changed).findAny().isPresent());
        return new Answer(
                subject.kind(),
                subject.name(),
                false,
                sentence,
                List.of(),
                attempts,
                whyNot.needed(),
                whatIf.enough(whyNot.leaves(), inTheWay));
    }

    private Answer noSignal(WhySubject subject) {
        Target target = subject.targets().getFirst();
        Why.Missing missing =
                words.missing(new Unmet.Lacking(target.toString(), signalPlace(subject.name()), target), Set.of());
        List<Why.Enough> enough = missing.words().stream()
                .map(signal -> new Why.Enough(
                        "One of these words in the text: "
                                + signal.words().stream().collect(Collectors.joining(", ")) + ".",
                        List.of(signal),
                        List.of()))
                .toList();
        return new Answer(
                subject.kind(), subject.name(), false, missing.sentence(), List.of(), List.of(), List.of(), enough);
    }

    private Place signalPlace(String name) {
        return pack.signals().definitions().stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow()
                .place();
    }
}
