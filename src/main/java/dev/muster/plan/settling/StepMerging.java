package dev.muster.plan.settling;

import dev.muster.fact.Agent;
import dev.muster.fact.Module;
import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.plan.Proposal;
import dev.muster.plan.Proposal.CheckStep;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.TestIn;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.Reviewing;
import dev.muster.plan.Role;
import dev.muster.plan.StepKey;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
        new UnknownNames(
                        agents.keySet(),
                        frame.phaseNames(),
                        frame.modules().stream().map(Module::name).toList(),
                        frame.codeBase().layerNames())
                .faults(proposals)
                .forEach(faults::add);
        List<StepDraft> steps = StepUses.byStep(proposals).entrySet().stream()
                .filter(entry -> agents.containsKey(entry.getKey().agent()))
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList();
        if (!faults.isEmpty()) {
            throw new SettlingException(faults.stream().distinct().sorted().toList());
        }
        return steps;
    }

    private StepDraft draft(StepKey key, List<Reasoned<UseAgent>> uses) {
        Role role = StepUses.strongest(uses);
        List<Reasoned<Duty>> duties = about(Duty.class, duty -> key.is(duty.agent(), duty.purpose()));
        List<Reasoned<Focus>> focus = about(Focus.class, f -> key.is(f.agent(), f.purpose()));
        List<Reasoned<ReadSkill>> skills = about(ReadSkill.class, s -> s.agent().equals(key.agent()));
        List<Reasoned<WorkIn>> modules = about(WorkIn.class, w -> w.agent().equals(key.agent()));
        List<Reasoned<TestIn>> layers = about(TestIn.class, t -> t.agent().equals(key.agent()));
        List<Plan.SkillSection> sections = sections(skills);
        List<Reasoned<UseAgent>> who =
                uses.stream().filter(use -> use.what().purpose() == null).toList();
        List<Reasoned<UseAgent>> whatFor =
                uses.stream().filter(use -> use.what().purpose() != null).toList();
        List<Because> because = Stream.of(who, whatFor, duties, focus, skills, modules, layers)
                .flatMap(proposals -> Settled.reasons(proposals).stream())
                .toList();
        return new StepDraft(
                key,
                role,
                phase(key, duties),
                Instruction.of(agent(key), duties, focus, sections, frame.skills()),
                Settled.ordered(duties)
                        .flatMap(d -> d.what().deliverables().stream())
                        .distinct()
                        .toList(),
                duties.stream().allMatch(d -> d.what().blocking()),
                skills.stream().map(s -> s.what().skill()).distinct().sorted().toList(),
                sections,
                single(key, "work in", "modules", modules, WorkIn::module),
                single(key, "write", "test layers", layers, TestIn::layer),
                checks(key),
                role == Role.REVIEWER ? List.of() : gates(key),
                Settled.join(because));
    }

    private Agent agent(StepKey key) {
        return Objects.requireNonNull(agents.get(key.agent()));
    }

    private String phase(StepKey key, List<Reasoned<Duty>> duties) {
        List<String> named =
                duties.stream().map(d -> d.what().phase()).distinct().sorted().toList();
        if (named.isEmpty()) {
            return key.kind().equals(StepKey.WORK)
                    ? frame.phases().getFirst().name()
                    : frame.phases().getLast().name();
        }
        if (named.size() > 1) {
            duties.forEach(duty -> fault(
                    duty.because().getFirst(),
                    key + " would stand in several phases: " + String.join(", ", named)
                            + ". Give the second one a purpose of its own."));
        }
        return named.getFirst();
    }

    /** Skills whose text the pack has; they become part of the instruction, each with its reason. */
    private List<Plan.SkillSection> sections(List<Reasoned<ReadSkill>> skills) {
        List<Reasoned<ReadSkill>> known = skills.stream()
                .filter(skill -> frame.skills().containsKey(skill.what().skill()))
                .toList();
        List<Plan.SkillSection> sections = Settled.merge(
                known, ReadSkill::skill, (skill, because) -> new Plan.SkillSection(skill.skill(), because));
        return Settled.byPlace(sections, Plan.SkillSection::because, Plan.SkillSection::skill);
    }

    private <T extends Proposal> @Nullable String single(
            StepKey key, String does, String what, List<Reasoned<T>> proposals, Function<T, String> name) {
        List<String> names = proposals.stream()
                .map(p -> name.apply(p.what()))
                .distinct()
                .sorted()
                .toList();
        if (names.size() > 1) {
            fault(
                    proposals.getFirst().because().getFirst(),
                    key + " would " + does + " several " + what + ": " + String.join(", ", names)
                            + ". A step has one.");
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
