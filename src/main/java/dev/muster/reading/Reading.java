package dev.muster.reading;

import dev.muster.fact.Mention;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import java.util.List;

/**
 * What a task's text says.
 *
 * @param signals what it asks about, by name
 * @param mentions what it only mentions, by name, then by how
 * @param sentences its own sentences, the title's first
 */
public record Reading(List<Signal> signals, List<Mention> mentions, List<Sentence> sentences) {
    public Reading {
        signals = List.copyOf(signals);
        mentions = List.copyOf(mentions);
        sentences = List.copyOf(sentences);
    }
}
