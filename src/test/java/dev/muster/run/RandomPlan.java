package dev.muster.run;

import dev.muster.plan.OnFailure;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans of every shape that settling can give, and of some that it does not. */
final class RandomPlan {
    private final Random random;
    private final List<String> blocking = new ArrayList<>();
    private int steps;
    private int phases;

    private RandomPlan(Random random) {
        this.random = random;
    }

    static Plan of(Random random) {
        return new RandomPlan(random).plan(true);
    }

    private Plan plan(boolean mayHandOver) {
        List<Phase> top = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            top.add(phase(true));
        }
        PlanOf.Builder plan = PlanOf.plan(top.toArray(Phase[]::new))
                .limits(
                        3 + random.nextInt(18),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        20 + random.nextInt(220),
                        1 + random.nextInt(19))
                .running(one(Running.Handing.values()), random.nextInt(4));
        if (chance(10)) {
            plan.escalation("infrastructure-approval", "owner");
        }
        if (chance(5)) {
            plan.missing("docs/openapi.yaml");
        }
        if (mayHandOver && chance(10)) {
            plan.handedOver("frontend", new RandomPlan(random).plan(false));
        }
        return plan.plan();
    }

    private Phase phase(boolean mayNest) {
        String name = "phase" + ++phases;
        List<String> before = List.copyOf(blocking);
        List<Step> own = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            own.add(step(before, own));
        }
        Phase phase = PlanOf.phase(name, own.toArray(Step[]::new));
        if (mayNest && chance(25)) {
            Phase[] nested = new Phase[1 + random.nextInt(2)];
            for (int i = 0; i < nested.length; i++) {
                nested[i] = phase(false);
            }
            phase = PlanOf.nested(phase, nested);
        }
        for (int i = chance(30) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            phase = PlanOf.checked(phase, one(OnFailure.values()), "check " + name + " " + i);
        }
        return chance(15) ? PlanOf.optional(phase) : phase;
    }

    private Step step(List<String> earlier, List<Step> siblings) {
        List<String> after = new ArrayList<>(earlier);
        siblings.stream().filter(sibling -> chance(50)).map(Step::id).forEach(after::add);
        String id = "s" + ++steps;
        PlanOf.Work work = PlanOf.step(id, after.toArray(String[]::new));
        if (chance(20)) {
            work.unblocking();
        } else {
            blocking.add(id);
        }
        if (chance(30)) {
            work.supporting();
        }
        if (chance(25)) {
            work.check(one(OnFailure.values()), "check " + id);
        }
        if (chance(25)) {
            work.reviewing(chance(50) ? "security" : "code", one(ReviewLevel.values()), 1 + random.nextInt(3));
        } else {
            if (chance(40)) {
                work.reviewed("code", one(ReviewLevel.values()), 1 + random.nextInt(3));
            }
            if (chance(20)) {
                work.reviewed("security", one(ReviewLevel.values()), 1 + random.nextInt(3));
            }
        }
        return work.done();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
