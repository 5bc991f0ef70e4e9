package dev.muster.plan.rendering;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text of people in a Mermaid diagram. Mermaid looks for directives, entities, icons, formulas and Markdown even within
 * quoted labels, so whatever is no letter, digit, blank or harmless mark is written as its character code.
 */
final class MermaidText {
    private static final String HARMLESS = " -_.,!?()/+='";

    private MermaidText() {}

    /** A quoted label of several lines; a label must not be empty. */
    static String label(String... lines) {
        String label = Arrays.stream(lines).map(MermaidText::escaped).collect(Collectors.joining("<br/>"));
        return label.isEmpty() ? "\" \"" : "\"" + label + "\"";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        MarkdownText.flat(text).codePoints().forEach(c -> {
            if (c > 127 || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
