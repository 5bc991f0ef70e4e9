package dev.muster.app;

import dev.muster.app.Telemetry.Stage;
import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import dev.muster.plan.Settling;
import dev.muster.plan.SettlingException;
import dev.muster.policy.Decision;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.Policies;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    PlanTask(
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

    Plan plan(Policies current, Submission submission) {
        String id = ids.next();
        return telemetry.planning(id, () -> planned(current, submission, id));
    }

    private Plan planned(Policies current, Submission submission, String id) {
        Submission said = submission.masked(operator.masking());
        PackChoice choice = PackChoice.of(current, said, config.pack(), routing);
        Plan.PlannedTask task = new Plan.PlannedTask(said.ref(), said.title(), said.description(), said.context());
        return new HandingOver(current, this::plan)
                .plan(choice.pack(), new Settling.Stamp(id, 1, now(), choice.ref(), task));
    }

    /**
     * The next version of a plan, by its pack as it is now; kept nowhere yet.
     *
     * @throws Refusal where the plan does not ask this, or the pack is no longer there
     */
    Plan answered(Policies current, Plan plan, Map<String, String> answers) {
        Answering.check(plan, answers);
        return telemetry.planning(plan.id(), () -> next(current, plan, answers));
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
        return new HandingOver(current, this::plan)
                .plan(pack, new Settling.Stamp(plan.id(), plan.version() + 1, now(), ref, task));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The plan that policies make of what a kept plan was made of. */
    static Plan again(Policies then, Plan kept) {
        Pack pack = PackChoice.loaded(then, kept.pack().name());
        return new HandingOver(then, (one, stamp) -> plan(Telemetry.NONE, one, stamp))
                .plan(pack, new Settling.Stamp(kept.id(), kept.version(), kept.createdAt(), kept.pack(), kept.task()));
    }

    private Plan plan(Pack pack, Settling.Stamp stamp) {
        return plan(telemetry, pack, stamp);
    }

    /** A fault that shows only while planning is a fault of the policy all the same. */
    private static Plan plan(Telemetry telemetry, Pack pack, Settling.Stamp stamp) {
        try {
            return staged(telemetry, pack, stamp);
        } catch (SettlingException e) {
            throw new Refusal(new Reason.BrokenPolicy(pack.name(), e.faults()), e);
        } catch (RuleFailure e) {
            throw broken(pack, e.place(), e);
        } catch (RuleLimitException e) {
            Place place = e.place();
            throw broken(pack, place == null ? new Place(pack.name() + "/pack.yaml", 1, 1) : place, e);
        }
    }

    private static Plan staged(Telemetry telemetry, Pack pack, Settling.Stamp stamp) {
        Task task = new Task(stamp.task().title(), stamp.task().description());
        Reading reading = telemetry.stage(Stage.READING, pack.name(), () -> Reader.read(task, pack.signals()));
        Decision decision = telemetry.stage(
                Stage.RULES,
                pack.name(),
                () -> Planner.decide(pack, task, stamp.task().context(), reading, List.of()));
        telemetry.fired(pack.name(), decision.inference().firings().size());
        return telemetry.stage(Stage.SETTLING, pack.name(), () -> Planner.settle(pack, decision, stamp));
    }

    private static Refusal broken(Pack pack, Place place, RuntimeException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("^\\Q" + place + ": \\E", "");
        return new Refusal(new Reason.BrokenPolicy(pack.name(), List.of(new Fault(place, message))), e);
    }
}
