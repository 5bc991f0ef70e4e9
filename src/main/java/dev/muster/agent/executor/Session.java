package dev.muster.agent.executor;

/**
 * A conversation that a program keeps and can take up again.
 *
 * @param executor the executor that keeps it; no other can go on with it
 * @param costUsd what it has cost so far: programs tell the sum of a conversation, not the cost of one call
 */
public record Session(String executor, String id, double costUsd) {}
