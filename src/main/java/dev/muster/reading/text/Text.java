package dev.muster.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a task on its way to facts.
 *
 * @param field {@code title} or {@code description}
 * @param content the characters as they were submitted
 * @param lines its lines, line ends excluded
 * @param words its words in order
 * @param mask which of its characters ask for nothing
 */
public record Text(String field, String content, List<Span> lines, List<Word> words, Mask mask) {
    public static Text of(String field, String content) {
        return new Text(field, content, lines(content), Words.in(content), new Mask(content.length()));
    }

    public String at(Span span) {
        return content.substring(span.start(), span.end());
    }

    private static List<Span> lines(String content) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        while (start <= content.length()) {
            int end = endOfLine(content, start);
            lines.add(new Span(start, end));
            boolean pair = content.startsWith("\r\n", end);
            start = end + (pair ? 2 : 1);
        }
        return lines;
    }

    private static int endOfLine(String content, int from) {
        int at = from;
        while (at < content.length() && content.charAt(at) != '\n' && content.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
