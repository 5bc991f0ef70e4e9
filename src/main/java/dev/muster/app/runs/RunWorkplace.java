package dev.muster.app.runs;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.CallAllowance;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.Checks;
import dev.muster.agent.executor.Executor;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.agent.executor.operator.Executors;
import dev.muster.agent.executor.operator.OperatorConfig;
import dev.muster.app.operator.OperatorFile;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.run.engine.Workplace;
import dev.muster.run.fold.RunState;
import dev.muster.run.order.Order;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.secret.Masking;
import dev.muster.source.Nearest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs are carried out with: the operator's executors, the agents of the plan's pack, folders. */
@ApplicationScoped
class RunWorkplace implements Workplace {
    /** For whoever takes as long as it takes. */
    private static final Duration ANY_TIME = Duration.ofDays(365);

    private final OperatorFile operator;
    private final RunAgents agents;
    private final RunFolders folders;
    private final InstantSource clock;
    private final Telemetry telemetry;

    RunWorkplace(
            OperatorFile operator, RunAgents agents, RunFolders folders, InstantSource clock, Telemetry telemetry) {
        this.operator = operator;
        this.agents = agents;
        this.folders = folders;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public CallMethod how(String executor) {
        Executors executors = executors();
        CallMethod how = executors.how(executor);
        if (how == null) {
            throw new CannotWork("The operator's configuration of this server has no executor \"" + executor
                    + "\". Add it to operator.yaml." + Nearest.hint(executor, executors.names()));
        }
        return how instanceof CallMethod.Inside(String name, Executor inside)
                ? new CallMethod.Inside(name, telemetry.watched(name, inside))
                : how;
    }

    private Executors executors() {
        try {
            return operator.executors();
        } catch (Refusal e) {
            throw new CannotWork(e.reason().found() + " " + e.reason().advice());
        }
    }

    @Override
    public Assignment assignment(RunState state, OpenCall call) {
        Order order = Order.of(state, call);
        Plan plan = planOf(state, call.step());
        Plan whole = state.brief().plan();
        AttemptId id = new AttemptId(
                state.brief().runId(),
                whole.id(),
                whole.version(),
                call.step(),
                call.round(),
                call.attempt(),
                call.key(),
                call.fence());
        return new Assignment(
                id,
                call.purpose(),
                call.gate(),
                agent(plan, order.agent()),
                order.task(),
                order.instruction(),
                order.inputs(),
                order.findings(),
                order.deliverables(),
                order.successCriteria(),
                folders.work(state.brief(), plan, order.place()),
                folders.attempt(state.brief(), call),
                new CallAllowance(until(order.dueBy()), order.costLeft()),
                order.session(),
                telemetry.traceparent(id));
    }

    private AgentFile agent(Plan plan, String name) {
        try {
            AgentFile agent = agents.find(plan, name);
            if (agent == null) {
                throw new CannotWork("The pack " + plan.pack().name() + " has no agent \"" + name + "\".");
            }
            return agent;
        } catch (Refusal e) {
            throw new CannotWork(e.reason().found() + " " + e.reason().advice());
        }
    }

    private static Plan planOf(RunState state, String step) {
        return Objects.requireNonNull(state.route().stop(step), step).plan();
    }

    @Override
    public CheckOrder order(RunState state, OpenCheck check, long fence) {
        Plan plan = check.step() == null ? state.brief().plan() : planOf(state, check.step());
        return new CheckOrder(
                check.key(),
                check.place(state.brief()),
                fence,
                check.command(),
                folders.work(state.brief(), plan, Order.of(state, check)),
                until(check.dueBy()));
    }

    private Duration until(@Nullable Instant dueBy) {
        Duration left = dueBy == null ? ANY_TIME : Duration.between(clock.instant(), dueBy);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Checks checks() {
        return executors().checks();
    }

    @Override
    public Rehearsal rehearsal() {
        return how(OperatorConfig.REHEARSAL) instanceof CallMethod.Rehearsed rehearsed ? rehearsed.rehearsal() : none();
    }

    @Override
    public Masking masking() {
        return operator.masking();
    }

    private static Rehearsal none() {
        throw new CannotWork("The operator's configuration takes the name \"rehearsal\" for something else.");
    }
}
