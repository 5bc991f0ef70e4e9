package dev.muster.policy.drl;

/**
 * The text of one file of rules.
 *
 * @param path what messages call it, such as {@code backend/reviews.drl}
 */
public record DrlSource(String path, String text) {}
