package dev.muster.reading.language;

import dev.muster.reading.text.Span;
import dev.muster.reading.text.Word;
import dev.muster.reading.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Gives the parts of each word in lower case, and for a word like {@code real-time} also {@code realtime}, at the place of
 * its last part. Articles and possessives take no place at all, so that {@code "reset password"} is found in "reset your
 * password". Between sentences there is a gap that no phrase bridges.
 */
public final class WordTokenizer extends Tokenizer {
    private static final Set<String> SKIPPED =
            Set.of("a", "an", "the", "this", "these", "those", "my", "our", "your", "their", "its", "his", "her");
    private static final int GAP = 20;

    private record Token(String text, int start, int end, int step) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final char[] buffer = new char[64];
    private final boolean joins;
    private final List<Span> sentences;
    private List<Token> tokens = List.of();
    private int next;

    /**
     * @param joins whether to give words like {@code real-time} written together too
     * @param sentences in the order of the text
     */
    WordTokenizer(boolean joins, List<Span> sentences) {
        this.joins = joins;
        this.sentences = sentences;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        tokens = tokens(Words.in(text()));
        next = 0;
    }

    /** Most of what is read is one word of a query, and thousands of them. */
    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        return text.toString();
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.get(next++);
        term.append(token.text());
        offset.setOffset(token.start(), token.end());
        increment.setPositionIncrement(token.step());
        return true;
    }

    private List<Token> tokens(List<Word> words) {
        List<Token> found = new ArrayList<>();
        int sentence = 0;
        int step = 1;
        for (Word word : words) {
            while (sentence < sentences.size() && sentences.get(sentence).end() <= word.start()) {
                sentence++;
                step = GAP;
            }
            if (!takesNoPlace(lower(word.text()))) {
                add(found, word, step);
                step = 1;
            }
        }
        return found;
    }

    private void add(List<Token> found, Word word, int step) {
        int first = step;
        for (Word.Part part : word.parts()) {
            found.add(new Token(lower(part.text()), part.start(), part.end(), first));
            first = 1;
        }
        if (joins && word.joined()) {
            found.add(new Token(joined(word), word.start(), word.end(), 0));
        }
    }

    public static boolean takesNoPlace(String word) {
        return SKIPPED.contains(word);
    }

    /** The word's parts written together. */
    public static String joined(Word word) {
        return word.parts().stream().map(part -> lower(part.text())).collect(Collectors.joining());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
