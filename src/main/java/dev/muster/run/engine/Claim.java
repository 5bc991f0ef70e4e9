package dev.muster.run.engine;

import dev.muster.agent.executor.Assignment;
import java.time.Instant;

/** A call that a worker elsewhere makes, and until when it is the worker's. */
public record Claim(Assignment assignment, Instant leasedUntil) {}
