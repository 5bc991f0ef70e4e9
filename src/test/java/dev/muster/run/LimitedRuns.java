package dev.muster.run;

import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.LimitKind;
import java.time.Duration;

/** Runs that reach a limit, which a person then raises. */
final class LimitedRuns {
    private LimitedRuns() {}

    /** At the limit: a person is asked. */
    static Bench at(LimitKind limit) {
        return switch (limit) {
            case STEPS -> {
                Bench run = chain(1, 3, 3, 240, 20);
                run.done("a");
                yield run;
            }
            case ATTEMPTS -> {
                Bench run = chain(100, 1, 3, 240, 20);
                run.fails("a", true);
                yield run;
            }
            case ROUNDS -> {
                Bench run = chain(100, 3, 1, 240, 20);
                run.done("a");
                run.wants("a", "code", "The name is wrong.");
                yield run;
            }
            case MINUTES -> {
                Bench run = chain(100, 3, 3, 20, 20);
                run.pass(Duration.ofMinutes(20));
                run.done("a");
                yield run;
            }
            case COST -> {
                Bench run = chain(100, 3, 3, 240, 1);
                run.cost("a", 1.5);
                yield run;
            }
        };
    }

    /** Beyond it, because Ann said so. */
    static Bench beyond(LimitKind limit) {
        Bench run = at(limit);
        run.answers(
                "ann",
                switch (limit) {
                    case STEPS, MINUTES, COST -> "raise";
                    case ATTEMPTS -> "try-again";
                    case ROUNDS -> "another-round";
                },
                "it is worth it");
        return run;
    }

    private static Bench chain(int steps, int attempts, int rounds, int minutes, double cost) {
        PlanOf.Work first = step("a");
        if (rounds == 1) {
            first.reviewed("code", ReviewLevel.SOFT, 1);
        }
        return new Bench(PlanOf.plan(phase("Build", first.done(), step("b", "a").done()))
                .limits(steps, 4, attempts, rounds, minutes, cost)
                .plan());
    }
}
