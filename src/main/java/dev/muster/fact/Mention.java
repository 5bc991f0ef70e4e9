package dev.muster.fact;

import java.util.List;

/**
 * A signal that the text only mentions: it is denied there, or it stands in a quotation, a log, a list of versions. It asks
 * for nothing; rules may still want to know.
 *
 * @param how why it is no request: {@code negated}, {@code code}, {@code stack-trace}, {@code log}, {@code quote},
 *     {@code versions}
 */
public record Mention(String kind, String name, String how, List<Evidence> evidence) {
    public Mention {
        evidence = List.copyOf(evidence);
    }
}
