package dev.muster.plan.settling;

import dev.muster.fact.Module;
import dev.muster.plan.Because;
import dev.muster.plan.CodeBase;
import dev.muster.plan.Limits;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Reviewing;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pack fixes before any rule speaks: the phases and their order, how reviews are held, limits, checks. Each part
 * carries the place in {@code pack.yaml} that it comes from, as the reason to show.
 *
 * @param sequentialOnly whether no two steps are ever at work at the same time
 * @param skills texts that become part of an instruction, by the skill's name
 */
public record Frame(
        List<PhaseFrame> phases,
        SortedMap<String, Reviewing> reviews,
        Limits limits,
        Because limitsBecause,
        List<Module> modules,
        List<Needed> prerequisites,
        CodeBase codeBase,
        RunningFrame running,
        boolean sequentialOnly,
        Map<String, String> skills) {
    public Frame {
        phases = List.copyOf(phases);
        modules = List.copyOf(modules);
        prerequisites = List.copyOf(prerequisites);
        skills = Map.copyOf(skills);
    }

    /** A pack that says nothing about code base, running and skills. */
    public Frame(
            List<PhaseFrame> phases,
            SortedMap<String, Reviewing> reviews,
            Limits limits,
            Because limitsBecause,
            List<Module> modules,
            List<Needed> prerequisites) {
        this(
                phases,
                reviews,
                limits,
                limitsBecause,
                modules,
                prerequisites,
                CodeBase.UNKNOWN,
                RunningFrame.USUAL,
                false,
                Map.of());
    }

    /** The same, with the texts of skills by their names. */
    public Frame withSkills(Map<String, String> texts) {
        return new Frame(
                phases,
                reviews,
                limits,
                limitsBecause,
                modules,
                prerequisites,
                codeBase,
                running,
                sequentialOnly,
                texts);
    }

    /** Whether the steps of a phase wait for one another where nothing else orders them. */
    PhaseMode mode(PhaseFrame phase) {
        return sequentialOnly ? PhaseMode.SEQUENTIAL : phase.mode();
    }

    /** How reviews of a kind are held; soft, with the limit's rounds, where the pack does not say. */
    public Reviewing reviewing(String kind) {
        Reviewing found = reviews.get(kind);
        return found != null ? found : new Reviewing(ReviewLevel.SOFT, limits.rounds());
    }

    /** All phases in the order of the plan; nested stages come right after the phase that holds them. */
    public List<PhaseFrame> allPhases() {
        return phases.stream().flatMap(PhaseFrame::withNested).toList();
    }

    /** The phase of that name, nested or not. */
    public @Nullable PhaseFrame phase(String name) {
        return allPhases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of all phases, in their order. */
    public List<String> phaseNames() {
        return allPhases().stream().map(PhaseFrame::name).toList();
    }

    /** A phase as the pack has it, before steps stand in it. */
    public record PhaseFrame(
            String name,
            PhaseMode mode,
            Optionality optional,
            boolean always,
            @Nullable String hint,
            List<Plan.Check> checks,
            List<PhaseFrame> phases,
            Because because) {
        public PhaseFrame {
            checks = List.copyOf(checks);
            phases = List.copyOf(phases);
        }

        Stream<PhaseFrame> withNested() {
            return Stream.concat(Stream.of(this), phases.stream().flatMap(PhaseFrame::withNested));
        }
    }

    /** A file that must be there before anything starts. */
    public record Needed(String path, Because because) {}
}
