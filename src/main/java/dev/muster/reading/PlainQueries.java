package dev.muster.reading;

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
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries that are a word, or a phrase in quotes with or without a slop, all in small letters: no operator can be meant,
 * so they need no grammar, and a word means the same in every query.
 */
final class PlainQueries {
    private static final int LONGEST = 64;

    private final Map<String, List<String>> stems = new HashMap<>();
    private final Tokenizer word = new KeywordTokenizer();
    private final StemFilter stemmed = new StemFilter(word, false);
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
            return isSmall(query, 0, end, false) ? phrase(List.of(query), slop) : null;
        }
        if (end > 3 && query.charAt(end - 2) == '~' && isDigit(query.charAt(end - 1))) {
            slop = query.charAt(end - 1) - '0';
            end -= 2;
        }
        boolean quoted = end > 2 && query.charAt(end - 1) == '"' && isSmall(query, 1, end - 1, true);
        return quoted ? phrase(List.of(query.substring(1, end - 1).split(" +")), slop) : null;
    }

    private static boolean isSmall(String text, int from, int to, boolean spaces) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c != ' ' || !spaces)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable Phrase phrase(List<String> words, int slop) {
        List<List<String>> places = new ArrayList<>(words.size());
        for (String text : words) {
            if (!text.isEmpty() && !WordTokenizer.takesNoPlace(text)) {
                places.add(stems.computeIfAbsent(text, this::stems));
            }
        }
        boolean tellsNothing = words.size() == 1 && EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(words.getFirst());
        return places.isEmpty() || tellsNothing ? null : new Phrase(SignalQuery.FIELDS, List.copyOf(places), slop);
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
