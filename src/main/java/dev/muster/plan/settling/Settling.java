package dev.muster.plan.settling;

import dev.muster.fact.Agent;
import dev.muster.fact.Module;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Delegation;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Question;
import dev.muster.plan.Plan.Status;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.CheckPhase;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Role;
import dev.muster.plan.StepKey;
import dev.muster.plan.Workspace;
import dev.muster.plan.settling.Frame.PhaseFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one plan of all that rules proposed. The same proposals in any order give the same plan. */
public final class Settling {
    private final Frame frame;
    private final Collection<Agent> agents;

    public Settling(Frame frame, Collection<Agent> agents) {
        this.frame = frame;
        this.agents = List.copyOf(agents);
    }

    /** What a plan is told from outside: nothing in it changes what is planned, but for the answers in the context. */
    public record Stamp(String id, int version, Instant createdAt, Plan.PackRef pack, Plan.PlannedTask task) {}

    /**
     * The plan.
     *
     * @throws SettlingException where the policy contradicts itself or names what is not there
     */
    public Plan settle(Stamp stamp, Collection<? extends Reasoned<?>> concluded) {
        Proposals proposals = new Proposals(concluded);
        StepLimit limited = StepLimit.apply(frame, new StepMerging(frame, agents, proposals).steps());
        StepOrder order = new StepOrder(frame, limited.kept(), proposals.of(Before.class));
        Map<StepKey, String> ids = ids(order.ordered());
        List<Phase> phases = frame.phases().stream()
                .flatMap(phase -> phase(phase, order, ids, proposals))
                .toList();
        Map<String, String> answers = stamp.task().context().answers();
        Entries entries = new Entries(frame, proposals, answers);
        List<Question> questions = Stream.concat(entries.questions().stream(), limited.questions(answers))
                .toList();
        DeliveryPlan handing = new DeliveryPlan(frame, phases);
        return new Plan(
                stamp.id(),
                stamp.version(),
                stamp.createdAt(),
                questions.isEmpty() ? Status.READY : Status.NEEDS_ANSWERS,
                stamp.pack(),
                stamp.task(),
                new Analysing(proposals).analysis(),
                delegation(proposals, order.ordered()),
                phases,
                questions,
                Stream.concat(entries.escalations().stream(), limited.escalations())
                        .toList(),
                frame.prerequisites().stream()
                        .map(needed ->
                                new Plan.Prerequisite(needed.path(), present(stamp, needed), List.of(needed.because())))
                        .toList(),
                entries.risks(),
                entries.successCriteria(),
                entries.rollback(order.ordered(), ids),
                entries.estimate(),
                frame.limits(),
                limited.leftOut(),
                entries.skills(),
                handing.repositories(),
                handing.delivery(),
                frame.running().of(phases.size()),
                List.of());
    }

    private static @Nullable Boolean present(Stamp stamp, Frame.Needed needed) {
        Workspace workspace = stamp.task().context().workspace();
        return workspace == null ? null : workspace.has(needed.path());
    }

    private static Delegation delegation(Proposals proposals, List<StepDraft> steps) {
        if (!proposals.of(HandOver.class).isEmpty()) {
            return Delegation.HANDOVER;
        }
        return steps.size() == 1 ? Delegation.DIRECT : Delegation.ORCHESTRATED;
    }

    /**
     * Ids count within a phase: {@code implementation-1}, {@code implementation-2}, … Phases whose names differ only in
     * signs or case share one count.
     */
    private static Map<StepKey, String> ids(List<StepDraft> ordered) {
        Map<String, Integer> counted = new HashMap<>();
        Map<StepKey, String> ids = new HashMap<>();
        for (StepDraft step : ordered) {
            String phase = slug(step.phase());
            ids.put(step.key(), phase + "-" + counted.merge(phase, 1, Integer::sum));
        }
        return ids;
    }

    private static String slug(String phase) {
        String words = phase.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String slug = words.replaceAll("^-|-$", "");
        return slug.isEmpty() ? "phase" : slug;
    }

    private Stream<Phase> phase(PhaseFrame phase, StepOrder order, Map<StepKey, String> ids, Proposals proposals) {
        List<Step> steps = order.ordered().stream()
                .filter(step -> step.phase().equals(phase.name()))
                .map(step -> step(step, order, ids))
                .toList();
        List<Phase> nested = phase.phases().stream()
                .flatMap(inner -> phase(inner, order, ids, proposals))
                .toList();
        if (steps.isEmpty() && nested.isEmpty() && !phase.always()) {
            return Stream.empty();
        }
        return Stream.of(new Phase(
                phase.name(),
                frame.mode(phase),
                phase.optional(),
                phase.hint(),
                checks(phase, proposals),
                nested,
                steps));
    }

    private static List<Plan.Check> checks(PhaseFrame phase, Proposals proposals) {
        List<Plan.Check> checks = new ArrayList<>(phase.checks());
        List<Reasoned<CheckPhase>> proposed = proposals.of(CheckPhase.class).stream()
                .filter(check -> check.what().phase().equals(phase.name()))
                .toList();
        checks.addAll(Settled.byPlace(
                Settled.merge(
                        proposed,
                        check -> check,
                        (check, because) -> new Plan.Check(check.command(), check.onFailure(), because)),
                Plan.Check::because,
                check -> String.join(" ", check.command())));
        return checks;
    }

    private Step step(StepDraft draft, StepOrder order, Map<StepKey, String> ids) {
        return new Step(
                Objects.requireNonNull(ids.get(draft.key())),
                draft.key().agent(),
                draft.role(),
                draft.key().purpose(),
                draft.key().kind(),
                draft.instruction(),
                draft.skills(),
                draft.sections(),
                order.dependencies(draft.key()).stream()
                        .map(key -> Objects.requireNonNull(ids.get(key)))
                        .toList(),
                draft.blocking(),
                draft.deliverables(),
                draft.module(),
                frame.modules().stream()
                        .filter(module -> module.name().equals(draft.module()))
                        .map(Module::path)
                        .findFirst()
                        .orElse(null),
                draft.module() == null
                        ? null
                        : frame.codeBase().repositoryOfModule().get(draft.module()),
                frame.codeBase().layer(draft.testLayer()),
                draft.checks(),
                draft.reviews(),
                draft.role() == Role.REVIEWER ? frame.reviewing(draft.key().kind()) : null,
                draft.because());
    }
}
