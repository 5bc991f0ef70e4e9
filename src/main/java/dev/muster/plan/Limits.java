package dev.muster.plan;

/**
 * What a run may use at the most.
 *
 * @param steps steps in the plan
 * @param parallelAgents agents at work at the same time
 * @param attempts calls of an agent for one step
 * @param rounds review-and-rework cycles of one step
 * @param minutes wall-clock minutes of a run
 * @param cost money in US dollars
 */
public record Limits(int steps, int parallelAgents, int attempts, int rounds, int minutes, double cost) {
    public static final Limits DEFAULT = new Limits(30, 4, 3, 3, 240, 20.0);
}
