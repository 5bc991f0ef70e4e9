package dev.muster.plan;

import dev.muster.fact.Evidence;
import java.util.List;

/**
 * One reason for an entry of a plan.
 *
 * @param rule the rule's name, or what else decided: a table's row, a setting of the pack
 * @param file where that stands, relative to the rules folder
 * @param line its line there, counted from 1
 * @param text the reason in words
 * @param facts the facts that the rule matched, each as short words
 * @param evidence the words of the task's text that led there, over all the rules in between
 */
public record Because(String rule, String file, int line, String text, List<String> facts, List<Evidence> evidence) {
    public Because {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }
}
