package dev.muster.plan;

import dev.muster.fact.Agent;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Focus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a step tells its agent: its duty, and below it what to mind in this task. */
final class Instruction {
    private Instruction() {}

    static String of(Agent agent, List<Reasoned<Duty>> duties, List<Reasoned<Focus>> focus) {
        Stream<String> lead = duties.isEmpty()
                ? Stream.of(agent.description())
                : Settled.ordered(duties).map(duty -> duty.what().text());
        Stream<String> points =
                Settled.ordered(focus).map(point -> "- " + point.what().text());
        return Stream.concat(lead, points).distinct().collect(Collectors.joining("\n"));
    }
}
