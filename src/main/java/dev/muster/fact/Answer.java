package dev.muster.fact;

/**
 * What a person answered to a question of an earlier version of the plan.
 *
 * @param question the question's id
 * @param text the answer
 */
public record Answer(String question, String text) {}
