package dev.muster.plan;

/** How the pack wants reviews of one kind: how binding, and how many rounds at the most. */
public record Reviewing(ReviewLevel level, int maxRounds) {}
