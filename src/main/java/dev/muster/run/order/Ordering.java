package dev.muster.run.order;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.state.Said;
import dev.muster.run.state.StepState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent is told. */
final class Ordering {
    private final RunState state;
    private final OpenCall call;
    private final RunStep stop;
    private final @Nullable Gate gate;

    Ordering(RunState state, OpenCall call) {
        this.state = state;
        this.call = call;
        stop = Objects.requireNonNull(state.route().stop(call.step()));
        gate = call.gate() == null ? null : stop.gates().get(stop.gate(call.gate()));
    }

    Order order() {
        Plan plan = stop.plan();
        return new Order(
                call,
                plan.pack().name(),
                call.agent().substring(call.agent().lastIndexOf('/') + 1),
                task(plan.task()),
                instruction(),
                new Inputs(state, stop).of(call, gate),
                findings(),
                stop.step().deliverables(),
                plan.successCriteria().stream().map(Plan.SuccessCriterion::text).toList(),
                Order.at(stop),
                session(),
                Math.max(0, state.limits().cost() - state.cost()),
                call.dueBy());
    }

    private PlannedTask task(PlannedTask task) {
        Map<String, String> said = new TreeMap<>();
        state.said().forEach(one -> said.put(one.question(), answer(one)));
        return said.isEmpty()
                ? task
                : new PlannedTask(
                        task.ref(),
                        task.title(),
                        task.description(),
                        task.context().withAnswers(said));
    }

    private static String answer(Said said) {
        String why = said.why().isBlank() ? "" : " (" + said.why() + ")";
        return said.answer() + why + ", says " + said.by();
    }

    private String instruction() {
        return gate == null || gate.own()
                ? stop.step().instruction()
                : "Give the " + gate.name() + " review of what `" + stop.step().agent()
                        + "` handed in. Its instruction was:\n\n" + stop.step().instruction();
    }

    private List<Finding> findings() {
        StepState step = state.step(stop.place());
        return gate == null
                ? step.findings()
                : step.gates().get(stop.gate(gate.name())).scope();
    }

    /** A conversation belongs to the executor that holds it. */
    private @Nullable Session session() {
        Outcome.Succeeded last = state.step(stop.place()).result();
        return call.purpose() == Purpose.REWORK
                        && last != null
                        && last.session() != null
                        && last.session().executor().equals(call.executor())
                ? last.session()
                : null;
    }
}
