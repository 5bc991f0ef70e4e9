package dev.muster.plan;

import dev.muster.fact.Agent;
import dev.muster.plan.Proposal.CheckStep;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes steps of proposals: one for each agent and purpose, with everything that was said about it and all reasons. */
final class StepMerging {
    private final Frame frame;
    private final Map<String, Agent> agents;
    private final Proposals proposals;
    private final List<Fault> faults = new ArrayList<>();

    StepMerging(Frame frame, Collection<Agent> agents, Proposals proposals) {
        this.frame = frame;
        this.agents = agents.stream().collect(Collectors.toMap(Agent::name, agent -> agent));
        this.proposals = proposals;
    }

    /** The steps in no particular order, or all that is wrong with them. */
    List<StepDraft> steps() {
        Map<StepKey, List<Reasoned<UseAgent>>> uses = uses();
        List<StepDraft> steps = uses.entrySet().stream()
                .filter(entry -> isKnown(entry.getKey(), entry.getValue()))
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList();
        if (!faults.isEmpty()) {
            throw new SettlingException(faults.stream().distinct().sorted().toList());
        }
        return steps;
    }

    private Map<StepKey, List<Reasoned<UseAgent>>> uses() {
        Map<StepKey, List<Reasoned<UseAgent>>> byKey = new TreeMap<>();
        List<Reasoned<UseAgent>> withoutPurpose = new ArrayList<>();
        for (Reasoned<UseAgent> use : proposals.of(UseAgent.class)) {
            String purpose = use.what().purpose();
            if (purpose == null) {
                withoutPurpose.add(use);
            } else {
                put(byKey, new StepKey(use.what().agent(), purpose, StepKey.WORK), use);
            }
        }
        for (Reasoned<Review> review : proposals.of(Review.class)) {
            var use = new UseAgent(review.what().agent(), Role.REVIEWER, StepKey.REVIEW);
            put(byKey, StepKey.review(review.what()), new Reasoned<>(use, review.because()));
        }
        List<StepKey> purposed = List.copyOf(byKey.keySet());
        withoutPurpose.forEach(use -> join(byKey, purposed, use));
        return byKey;
    }

    /** Who without what-for joins every purpose that the agent has; where it has none, its role gives one. */
    private static void join(
            Map<StepKey, List<Reasoned<UseAgent>>> byKey, List<StepKey> purposed, Reasoned<UseAgent> use) {
        String agent = use.what().agent();
        List<StepKey> own = purposed.stream()
                .filter(key -> key.agent().equals(agent) && key.kind().equals(StepKey.WORK))
                .toList();
        if (own.isEmpty()) {
            String purpose = use.what().role() == Role.PRIMARY ? "implement" : "support";
            put(byKey, new StepKey(agent, purpose, StepKey.WORK), use);
        }
        own.forEach(key -> put(byKey, key, use));
    }

    private static void put(Map<StepKey, List<Reasoned<UseAgent>>> byKey, StepKey key, Reasoned<UseAgent> use) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
    }

    private boolean isKnown(StepKey key, List<Reasoned<UseAgent>> uses) {
        if (agents.containsKey(key.agent())) {
            return true;
        }
        for (Because because : Settled.reasons(uses)) {
            fault(because, "No agent is called \"" + key.agent() + "\"." + Nearest.hint(key.agent(), agents.keySet()));
        }
        return false;
    }

    private StepDraft draft(StepKey key, List<Reasoned<UseAgent>> uses) {
        Role role = uses.stream()
                .map(use -> use.what().role())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Reasoned<Duty>> duties = about(Duty.class, duty -> key.is(duty.agent(), duty.purpose()));
        List<Reasoned<Focus>> focus = about(Focus.class, f -> key.is(f.agent(), f.purpose()));
        List<Reasoned<ReadSkill>> skills = about(ReadSkill.class, s -> s.agent().equals(key.agent()));
        List<Reasoned<WorkIn>> modules = about(WorkIn.class, w -> w.agent().equals(key.agent()));
        List<Reasoned<UseAgent>> who =
                uses.stream().filter(use -> use.what().purpose() == null).toList();
        List<Reasoned<UseAgent>> whatFor =
                uses.stream().filter(use -> use.what().purpose() != null).toList();
        List<Because> because = Stream.of(who, whatFor, duties, focus, skills, modules)
                .flatMap(proposals -> Settled.reasons(proposals).stream())
                .toList();
        return new StepDraft(
                key,
                role,
                phase(key, duties),
                Instruction.of(agent(key), duties, focus),
                Settled.ordered(duties)
                        .flatMap(d -> d.what().deliverables().stream())
                        .distinct()
                        .toList(),
                duties.stream().allMatch(d -> d.what().blocking()),
                skills.stream().map(s -> s.what().skill()).distinct().sorted().toList(),
                module(key, modules),
                checks(key),
                role == Role.REVIEWER ? List.of() : gates(key),
                Settled.join(because));
    }

    private Agent agent(StepKey key) {
        return java.util.Objects.requireNonNull(agents.get(key.agent()));
    }

    private String phase(StepKey key, List<Reasoned<Duty>> duties) {
        List<String> named =
                duties.stream().map(d -> d.what().phase()).distinct().sorted().toList();
        if (named.isEmpty()) {
            return key.kind().equals(StepKey.WORK)
                    ? frame.phases().getFirst().name()
                    : frame.phases().getLast().name();
        }
        for (Reasoned<Duty> duty : duties) {
            check(key, duty, named);
        }
        return named.getFirst();
    }

    private void check(StepKey key, Reasoned<Duty> duty, List<String> named) {
        Because because = duty.because().getFirst();
        String phase = duty.what().phase();
        if (frame.phase(phase) == null) {
            fault(because, "No phase is called \"" + phase + "\"." + Nearest.hint(phase, frame.phaseNames()));
        } else if (named.size() > 1) {
            fault(
                    because,
                    key + " would stand in several phases: " + String.join(", ", named)
                            + ". Give the second one a purpose of its own.");
        }
    }

    private @Nullable String module(StepKey key, List<Reasoned<WorkIn>> modules) {
        List<String> names =
                modules.stream().map(m -> m.what().module()).distinct().sorted().toList();
        if (names.size() > 1) {
            fault(
                    modules.getFirst().because().getFirst(),
                    key + " would work in several modules: " + String.join(", ", names) + ". A step works in one.");
        }
        return names.isEmpty() ? null : names.getFirst();
    }

    private List<Plan.Check> checks(StepKey key) {
        return Settled.byPlace(
                Settled.merge(
                        about(CheckStep.class, c -> c.agent().equals(key.agent())),
                        c -> c,
                        (c, because) -> new Plan.Check(c.command(), c.onFailure(), because)),
                Plan.Check::because,
                c -> String.join(" ", c.command()));
    }

    private List<Plan.ReviewGate> gates(StepKey key) {
        return Settled.byPlace(
                Settled.merge(about(ReviewOutput.class, r -> r.agent().equals(key.agent())), r -> r, this::gate),
                Plan.ReviewGate::because,
                Plan.ReviewGate::kind);
    }

    private Plan.ReviewGate gate(ReviewOutput review, List<Because> because) {
        if (!agents.containsKey(review.reviewer())) {
            fault(
                    because.getFirst(),
                    "No agent is called \"" + review.reviewer() + "\"."
                            + Nearest.hint(review.reviewer(), agents.keySet()));
        }
        Reviewing how = frame.reviewing(review.kind());
        return new Plan.ReviewGate(review.kind(), review.reviewer(), how.level(), how.maxRounds(), because);
    }

    private <T extends Proposal> List<Reasoned<T>> about(Class<T> type, Predicate<T> wanted) {
        return proposals.of(type).stream().filter(p -> wanted.test(p.what())).toList();
    }

    private void fault(Because because, String message) {
        faults.add(new Fault(new Place(because.file(), because.line(), 1), message));
    }
}
