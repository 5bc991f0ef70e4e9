package dev.muster.run.engine;

import dev.muster.agent.executor.Assignment;
import java.time.Instant;

/**
 * A call that a worker elsewhere makes.
 *
 * @param token what the worker shows with all that it says of the call; only its hash is kept
 * @param leasedUntil until when the call is the worker's
 */
public record Claim(Assignment assignment, String token, Instant leasedUntil) {}
