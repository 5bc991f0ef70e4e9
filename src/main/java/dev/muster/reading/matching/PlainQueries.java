package dev.muster.reading.matching;

import dev.muster.reading.language.StemFilter;
import dev.muster.reading.language.WordTokenizer;
import dev.muster.reading.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries that are a word, or a phrase in quotes with or without a slop, all in small letters and digits: no operator can
 * be meant, so they need no grammar, and a word means the same in every query.
 */
final class PlainQueries {
    /** What is longer may be no word at all ({@link Words}). */
    private static final int LONGEST = 64;

    private final Map<String, List<String>> stems = new HashMap<>();
    private final Tokenizer word = new KeywordTokenizer();
    private final StemFilter stemmed = new StemFilter(new EnglishPossessiveFilter(word), false);
    private final CharTermAttribute stem = stemmed.getAttribute(CharTermAttribute.class);

    /** What the query asks for, null where the grammar has to say it, or what is wrong with it. */
    @Nullable
    Phrase phrase(String query) {
        int end = query.length();
        if (end > LONGEST) {
            return null;
        }
        int slop = 0;
        if (query.charAt(0) != '"') {
            return isPlain(query, 0, end, false) ? phrase(query, 0, end, slop) : null;
        }
        if (end > 3 && query.charAt(end - 2) == '~' && isDigit(query.charAt(end - 1))) {
            slop = query.charAt(end - 1) - '0';
            end -= 2;
        }
        boolean quoted = end > 2 && query.charAt(end - 1) == '"' && isPlain(query, 1, end - 1, true);
        return quoted ? phrase(query, 1, end - 1, slop) : null;
    }

    private static boolean isPlain(String text, int from, int to, boolean several) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean fits = isLetterOrDigit(c) || (several && (c == ' ' || isApostrophe(text, i)));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** As in "doesn't"; anywhere else it may be a quote. */
    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '\'' && isLetterOrDigit(text.charAt(at - 1)) && isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable Phrase phrase(String text, int from, int to, int slop) {
        List<List<String>> words = new ArrayList<>(3);
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ' ') {
                String word = text.substring(start, i);
                if (!word.isEmpty() && !WordTokenizer.takesNoPlace(word)) {
                    words.add(stems.computeIfAbsent(word, this::stems));
                }
                start = i + 1;
            }
        }
        boolean tellsNothing = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(text.substring(from, to));
        return words.isEmpty() || tellsNothing ? null : new Phrase(SignalQuery.FIELDS, List.copyOf(words), slop);
    }

    private List<String> stems(String text) {
        List<String> found = new ArrayList<>(1);
        try (stemmed) {
            word.setReader(new StringReader(text));
            stemmed.reset();
            while (stemmed.incrementToken()) {
                found.add(stem.toString());
            }
            stemmed.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}
