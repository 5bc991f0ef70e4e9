package dev.muster.fact;

/**
 * One sentence, list item or title of the task's own words (no quotation, log or code).
 *
 * @param text the sentence, white space folded
 * @param mood {@code request} (asks for something to be done), {@code constraint} (limits how, or denies something),
 *     {@code question}, or {@code statement}
 * @param evidence where it stands
 */
public record Sentence(String text, String mood, Evidence evidence) {}
