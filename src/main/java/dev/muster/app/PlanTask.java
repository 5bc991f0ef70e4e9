package dev.muster.app;

import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Plans a task. */
@ApplicationScoped
public class PlanTask {
    private final Planning planning;
    private final InstantSource clock;
    private final PlanIds ids;

    PlanTask(Planning planning, InstantSource clock, RandomGenerator random) {
        this.planning = planning;
        this.clock = clock;
        this.ids = new PlanIds(clock, random);
    }

    /**
     * The plan, kept nowhere yet.
     *
     * @throws Refusal where the pack is unknown or broken
     */
    public Plan plan(Submission submission) {
        Planning.Stamp stamp =
                new Planning.Stamp(ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS), submission.ref());
        Task task = new Task(submission.title(), submission.description());
        return planning.plan(stamp, submission.pack(), task, submission.context());
    }
}
