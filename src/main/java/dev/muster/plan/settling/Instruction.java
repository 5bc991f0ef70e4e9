package dev.muster.plan.settling;

import dev.muster.fact.Agent;
import dev.muster.plan.Plan;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a step tells its agent: its duty, below it what to mind in this task, and then the skills that apply. */
public final class Instruction {
    /** Begins the text of a skill; what stands above the first such line is the step's own. */
    public static final String SKILL = "## Skill: ";

    private Instruction() {}

    static String of(
            Agent agent,
            List<Reasoned<Duty>> duties,
            List<Reasoned<Focus>> focus,
            List<Plan.SkillSection> sections,
            Map<String, String> skills) {
        Stream<String> lead = duties.isEmpty()
                ? Stream.of(agent.description())
                : Settled.ordered(duties).map(duty -> duty.what().text());
        Stream<String> points =
                Settled.ordered(focus).map(point -> "- " + point.what().text());
        String own = Stream.concat(lead, points).distinct().collect(Collectors.joining("\n"));
        return sections.stream()
                .map(section -> "\n\n" + SKILL + section.skill() + "\n"
                        + skills.getOrDefault(section.skill(), "").strip())
                .collect(Collectors.joining("", own, ""));
    }
}
