package dev.muster.reading.language;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives a word's stem, before it the word itself where that is wanted, and after it a second stem where KStem guesses: of
 * verbs that its dictionary lacks, and that is much of our trade, it makes "uploade" out of "uploading" and "uploaded"; and
 * some plurals, such as "buttons" and "sessions", it takes for words of their own.
 */
public final class StemFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final boolean keepsWords;
    private String word = "";
    private @Nullable State guessed;

    public StemFilter(TokenStream input, boolean keepsWords) {
        super(new KStemFilter(new KeywordRepeatFilter(input)));
        this.keepsWords = keepsWords;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (guessed != null) {
            restoreState(guessed);
            guessed = null;
            term.setLength(term.length() - 1);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            guessed = isGuess() ? captureState() : null;
            return true;
        }
        word = term.toString();
        if (keepsWords) {
            return true;
        }
        int step = increment.getPositionIncrement();
        boolean more = incrementToken();
        increment.setPositionIncrement(step);
        return more;
    }

    private boolean isGuess() {
        return isKeptPlural() || isVerbItLacks();
    }

    private boolean isKeptPlural() {
        boolean plural = word.length() >= 5
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural && term.toString().equals(word);
    }

    private boolean isVerbItLacks() {
        String base = word.endsWith("ing")
                ? word.substring(0, word.length() - 3)
                : word.endsWith("ed") ? word.substring(0, word.length() - 2) : "";
        return base.length() >= 5 && term.toString().equals(base + "e");
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        word = "";
        guessed = null;
    }
}
