package dev.muster.plan;

import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.UseAgent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A policy that a seed decides: agents with purposes in phases of both modes, blocking and not, with an order that has no
 * circle, and sometimes a limit that is too small.
 */
public record RandomPolicy(Policy policy, List<Work> work, List<Before> befores, List<Review> reviews) {
    static final List<String> PHASES = List.of("One", "Two", "Three", "Four");
    private static final int AGENTS = 6;

    /** What an agent does in which phase. */
    public record Work(String agent, String purpose, String phase, boolean blocking) {}

    public static RandomPolicy of(long seed) {
        Random random = new Random(seed);
        Policy policy = new Policy().task("Random work " + seed, "");
        for (String phase : PHASES) {
            if (random.nextBoolean()) {
                policy.parallel(phase);
            } else {
                policy.phases(phase);
            }
        }
        List<Work> work = work(random, policy);
        List<Before> befores = befores(random, policy, work);
        List<Review> reviews = reviews(random, policy);
        if (random.nextInt(3) == 0) {
            policy.atMostSteps(1 + random.nextInt(8));
        }
        return new RandomPolicy(policy, work, befores, reviews);
    }

    private static List<Work> work(Random random, Policy policy) {
        List<Work> all = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            policy.agents("agent" + agent);
            int purposes = random.nextInt(4);
            for (int purpose = 0; purpose < purposes; purpose++) {
                String phase = PHASES.get(random.nextInt(PHASES.size()));
                all.add(new Work("agent" + agent, "purpose" + purpose, phase, random.nextInt(4) > 0));
            }
        }
        for (Work one : all) {
            Role role = random.nextInt(4) == 0 ? Role.PRIMARY : Role.SUPPORTING;
            policy.rule("use " + random.nextInt(5), new UseAgent(one.agent(), role, one.purpose()))
                    .rule("use " + random.nextInt(5), new UseAgent(one.agent(), Role.SUPPORTING))
                    .rule("duty", new Duty(one.agent(), one.purpose(), one.phase(), "Do.", List.of(), one.blocking()));
        }
        return all;
    }

    /** Orders lead from a random line-up's front to its back, but never against the phases. */
    private static List<Before> befores(Random random, Policy policy, List<Work> work) {
        List<Work> lineUp = new ArrayList<>(work);
        Collections.shuffle(lineUp, random);
        lineUp.sort((a, b) -> Integer.compare(PHASES.indexOf(a.phase()), PHASES.indexOf(b.phase())));
        List<Before> befores = new ArrayList<>();
        for (int first = 0; first < lineUp.size(); first++) {
            for (int then = first + 1; then < lineUp.size(); then++) {
                if (random.nextInt(4) == 0) {
                    befores.add(before(lineUp.get(first), lineUp.get(then)));
                }
            }
        }
        befores.forEach(before -> policy.rule("order " + random.nextInt(3), before));
        return befores;
    }

    private static Before before(Work first, Work then) {
        return new Before(first.agent(), first.purpose(), then.agent(), then.purpose());
    }

    private static List<Review> reviews(Random random, Policy policy) {
        List<Review> reviews = new ArrayList<>();
        int kinds = random.nextInt(3);
        for (int i = 0; i < kinds; i++) {
            reviews.add(new Review("kind" + i, "agent" + random.nextInt(AGENTS)));
        }
        reviews.forEach(review -> policy.rule("review", review));
        return reviews;
    }
}
