package dev.muster.plan;

/** One step waits for another, and why. */
record Edge(StepKey before, StepKey after, Because because) {}
