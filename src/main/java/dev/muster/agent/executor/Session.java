package dev.muster.agent.executor;

/**
 * A conversation that a program keeps and can take up again.
 *
 * @param executor the executor that keeps it; no other can go on with it
 * @param costUsd what the program told last that it cost: some tell the sum of a conversation, some the cost of one call
 * @param tokens what the program told along with that cost, to tell the two apart
 */
public record Session(String executor, String id, double costUsd, long tokens) {}
