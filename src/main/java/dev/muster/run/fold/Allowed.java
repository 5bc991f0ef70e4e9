package dev.muster.run.fold;

import dev.muster.plan.Limits;
import dev.muster.plan.Plan;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;

/**
 * The limits of a run. Those of the outermost plan hold for all of it; only steps are counted together, because each plan was
 * made within its own.
 */
public final class Allowed {
    /** The question that planning asks, and the answer with which a person lets a plan run beyond its limit on steps. */
    private static final String STEP_LIMIT = "step-limit";

    private static final String AS_IT_IS = "run it as it is";

    private Allowed() {}

    static Limits atFirst(Plan plan) {
        return withSteps(plan.limits(), steps(plan));
    }

    static Limits raised(Limits limits, RunEvent.LimitRaised raised) {
        double to = raised.to();
        return switch (raised.limit()) {
            case STEPS -> withSteps(limits, (int) to);
            case MINUTES ->
                new Limits(
                        limits.steps(),
                        limits.parallelAgents(),
                        limits.attempts(),
                        limits.rounds(),
                        (int) to,
                        limits.cost());
            case COST ->
                new Limits(
                        limits.steps(),
                        limits.parallelAgents(),
                        limits.attempts(),
                        limits.rounds(),
                        limits.minutes(),
                        to);
            case ATTEMPTS, ROUNDS -> limits;
        };
    }

    /** What a limit is raised to: by as much as the plan allowed at first, and at least by one. */
    public static double next(RunState state, LimitKind limit) {
        Limits first = atFirst(state.brief().plan());
        Limits now = state.limits();
        return switch (limit) {
            case STEPS -> now.steps() + Math.max(first.steps(), 1);
            case MINUTES -> now.minutes() + Math.max(first.minutes(), 1);
            case COST -> Math.max(now.cost(), state.cost()) + Math.max(first.cost(), 1);
            case ATTEMPTS, ROUNDS -> throw new IllegalArgumentException(limit + " is a limit of a step.");
        };
    }

    private static int steps(Plan plan) {
        int planned = (int) plan.steps().count();
        boolean asItIs = AS_IT_IS.equals(plan.task().context().answers().get(STEP_LIMIT));
        int own = asItIs
                ? Math.max(planned, plan.limits().steps())
                : plan.limits().steps();
        return own
                + plan.handedOver().stream()
                        .mapToInt(other -> steps(other.plan()))
                        .sum();
    }

    private static Limits withSteps(Limits limits, int steps) {
        return new Limits(
                steps, limits.parallelAgents(), limits.attempts(), limits.rounds(), limits.minutes(), limits.cost());
    }
}
