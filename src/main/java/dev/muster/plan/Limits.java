package dev.muster.plan;

/**
 * What a run may use at the most.
 *
 * @param steps steps in the plan
 * @param parallelAgents agents at work at the same time
 * @param attempts calls of an agent for one step in one round; each round, and each reviewer in it, begins to count anew. A call
 *     that is given out again because whoever had it is gone counts once
 * @param rounds work of one step and each rework of it, whoever wanted that: a reviewer, a check, or a contradiction
 * @param minutes minutes in which a run is worked on; time in which only people can bring it on does not count
 * @param cost money in US dollars, as far as those who are called tell it
 */
public record Limits(int steps, int parallelAgents, int attempts, int rounds, int minutes, double cost) {
    public static final Limits DEFAULT = new Limits(30, 4, 3, 3, 240, 20.0);
}
