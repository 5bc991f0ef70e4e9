package dev.muster.agent.executor;

/**
 * A conversation that a program keeps and can take up again.
 *
 * @param executor the executor that keeps it; no other can go on with it
 * @param told what the program told last that it used: some tell the sum of a conversation, some what one call used
 */
public record Session(String executor, String id, Usage told) {}
