package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Complexity;
import dev.muster.plan.Plan;
import dev.muster.plan.Proposal;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Severity;
import dev.muster.plan.StepKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Everything in a plan beside its analysis and its steps. */
record Entries(Frame frame, Proposals proposals, Map<String, String> answers) {

    /** What is still to be answered. */
    List<Plan.Question> questions() {
        List<Reasoned<Ask>> open = proposals.of(Ask.class).stream()
                .filter(ask -> !answers.containsKey(ask.what().id()))
                .toList();
        List<Plan.Question> questions = Settled.merge(open, Ask::id, Entries::question);
        return Settled.byPlace(questions, Plan.Question::because, Plan.Question::id);
    }

    private static Plan.Question question(Ask ask, List<Because> because) {
        List<String> choices = ask.choices();
        return new Plan.Question(ask.id(), ask.text(), choices.isEmpty() ? null : choices, because);
    }

    List<Plan.Escalation> escalations() {
        List<Reasoned<Escalate>> all = Stream.concat(
                        proposals.of(Escalate.class).stream(),
                        proposals.of(HandOver.class).stream().flatMap(this::escalated))
                .toList();
        return Settled.merge(all, e -> e, (e, because) -> new Plan.Escalation(e.kind(), e.to(), because)).stream()
                .sorted(Comparator.comparing(Plan.Escalation::kind).thenComparing(Plan.Escalation::to))
                .toList();
    }

    /** A handover adds its reasons to what goes to the same address anyway; else it is an escalation of its own. */
    private Stream<Reasoned<Escalate>> escalated(Reasoned<HandOver> handOver) {
        String to = handOver.what().to();
        List<Escalate> known = proposals.of(Escalate.class).stream()
                .map(Reasoned::what)
                .filter(escalate -> escalate.to().equals(to))
                .distinct()
                .toList();
        List<Escalate> meant = known.isEmpty() ? List.of(new Escalate("handover", to)) : known;
        return meant.stream().map(escalate -> new Reasoned<>(escalate, handOver.because()));
    }

    /** Skills that belong to the work as a whole. */
    List<Plan.Skill> skills() {
        List<Plan.Skill> skills = Settled.merge(
                proposals.of(Proposal.UseSkill.class),
                skill -> skill,
                (skill, because) -> new Plan.Skill(skill.skill(), skill.when(), because));
        return Settled.byPlace(skills, Plan.Skill::because, Plan.Skill::name);
    }

    List<Plan.Risk> risks() {
        List<Plan.Risk> risks = Settled.merge(
                proposals.of(Proposal.Risk.class),
                Proposal.Risk::text,
                (risk, because) -> new Plan.Risk(risk.text(), severity(risk.text()), because));
        return risks.stream()
                .sorted(Comparator.comparing(Plan.Risk::severity).reversed().thenComparing(Plan.Risk::text))
                .toList();
    }

    private Severity severity(String risk) {
        return proposals.of(Proposal.Risk.class).stream()
                .filter(r -> r.what().text().equals(risk))
                .map(r -> r.what().severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<Plan.SuccessCriterion> successCriteria() {
        List<Plan.SuccessCriterion> criteria = Settled.merge(
                proposals.of(Proposal.SuccessCriterion.class),
                Proposal.SuccessCriterion::text,
                (criterion, because) -> new Plan.SuccessCriterion(criterion.text(), because));
        return Settled.byPlace(criteria, Plan.SuccessCriterion::because, Plan.SuccessCriterion::text);
    }

    /** What was done last is taken back first. */
    List<Plan.Rollback> rollback(List<StepDraft> ordered, Map<StepKey, String> ids) {
        return ordered.reversed().stream()
                .flatMap(step -> rollback(step.key(), Objects.requireNonNull(ids.get(step.key()))))
                .toList();
    }

    private Stream<Plan.Rollback> rollback(StepKey key, String id) {
        List<Reasoned<Proposal.Rollback>> own = proposals.of(Proposal.Rollback.class).stream()
                .filter(r -> key.is(r.what().agent(), r.what().purpose()))
                .toList();
        List<Plan.Rollback> merged =
                Settled.merge(own, Proposal.Rollback::text, (r, because) -> new Plan.Rollback(id, r.text(), because));
        return Settled.byPlace(merged, Plan.Rollback::because, Plan.Rollback::text).stream();
    }

    /** The largest estimate, with the reasons for it. */
    Plan.Estimate estimate() {
        List<Reasoned<Proposal.Estimate>> all = proposals.of(Proposal.Estimate.class);
        Complexity largest = all.stream()
                .map(e -> e.what().complexity())
                .max(Comparator.naturalOrder())
                .orElse(Complexity.S);
        Collection<Reasoned<Proposal.Estimate>> decisive =
                all.stream().filter(e -> e.what().complexity() == largest).toList();
        return new Plan.Estimate(largest, decisive.isEmpty() ? List.of(noEstimate()) : Settled.reasons(decisive));
    }

    private Because noEstimate() {
        Because pack = frame.limitsBecause();
        return new Because("no rule estimates", pack.file(), pack.line(), "no rule says more", List.of(), List.of());
    }
}
