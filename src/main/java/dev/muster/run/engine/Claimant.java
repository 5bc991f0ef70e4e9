package dev.muster.run.engine;

import dev.muster.run.event.Proof;
import java.time.Duration;

/**
 * A worker that looks for something to do.
 *
 * @param worker its name
 * @param token what it is to show with all that it says of the call; nobody else can guess it
 * @param proof how it is known that it is a worker, and no program that is at work for the same run
 * @param lease for how long the call is its own before it is heard of again
 */
public record Claimant(String worker, String token, Proof proof, Duration lease) {}
