package dev.muster.app.planning;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.operator.OperatorFile;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.refusal.Refusal;
import dev.muster.limit.Allowance;
import dev.muster.plan.Plan;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.Pack;
import dev.muster.policy.PlanningWatch;
import dev.muster.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Plans a task. */
@ApplicationScoped
public class PlanTask {
    private final PolicyHolder policies;
    private final MusterConfig config;
    private final InstantSource clock;
    private final PlanIds ids;
    private final RoutingFiles routing;
    private final OperatorFile operator;
    private final Telemetry telemetry;

    public PlanTask(
            PolicyHolder policies,
            MusterConfig config,
            InstantSource clock,
            RandomGenerator random,
            RoutingFiles routing,
            OperatorFile operator,
            Telemetry telemetry) {
        this.policies = policies;
        this.config = config;
        this.clock = clock;
        this.ids = new PlanIds(clock, random);
        this.routing = routing;
        this.operator = operator;
        this.telemetry = telemetry;
    }

    /**
     * The plan, kept nowhere yet.
     *
     * @throws Refusal where the pack is unknown or broken
     */
    public Plan plan(Submission submission) {
        return plan(policies.current(), submission);
    }

    public Plan plan(Policies current, Submission submission) {
        String id = ids.next();
        return Allowance.forPlan(() -> telemetry.planning(id, () -> planned(current, submission, id)));
    }

    private Plan planned(Policies current, Submission submission, String id) {
        Submission said = submission.masked(operator.masking());
        PackChoice choice = PackChoice.of(current, said, config.pack(), routing);
        Plan.PlannedTask task = new Plan.PlannedTask(said.ref(), said.title(), said.description(), said.context());
        return new HandoverPlanning(current, telemetry)
                .plan(choice.pack(), new Settling.Stamp(id, 1, now(), choice.ref(), task));
    }

    /**
     * The next version of a plan, by its pack as it is now; kept nowhere yet.
     *
     * @throws Refusal where the plan does not ask this, or the pack is no longer there
     */
    public Plan answered(Policies current, Plan plan, Map<String, String> answers) {
        PlanAnswerCheck.check(plan, answers);
        return Allowance.forPlan(() -> telemetry.planning(plan.id(), () -> next(current, plan, answers)));
    }

    private Plan next(Policies current, Plan plan, Map<String, String> answers) {
        Pack pack = PackChoice.loaded(current, plan.pack().name());
        Plan.PlannedTask task = new Plan.PlannedTask(
                plan.task().ref(),
                plan.task().title(),
                plan.task().description(),
                plan.task().context().withAnswers(Submission.masked(answers, operator.masking())));
        Plan.PackRef ref =
                new Plan.PackRef(pack.name(), pack.version(), plan.pack().because());
        return new HandoverPlanning(current, telemetry)
                .plan(pack, new Settling.Stamp(plan.id(), plan.version() + 1, now(), ref, task));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The plan that policies make of what a kept plan was made of. */
    static Plan again(Policies then, Plan kept) {
        Pack pack = PackChoice.loaded(then, kept.pack().name());
        Settling.Stamp stamp =
                new Settling.Stamp(kept.id(), kept.version(), kept.createdAt(), kept.pack(), kept.task());
        return Allowance.forPlan(() -> new HandoverPlanning(then, PlanningWatch.NONE).plan(pack, stamp));
    }
}
