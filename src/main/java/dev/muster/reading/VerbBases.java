package dev.muster.reading;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code upload} beside "uploading" and "uploaded". KStem does this for the words of its dictionary, but for those it
 * does not know, and that is much of our trade, it guesses "uploade".
 */
final class VerbBases extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private @Nullable State inflected;
    private int baseLength;

    VerbBases(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (inflected != null) {
            restoreState(inflected);
            inflected = null;
            term.setLength(baseLength);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        baseLength = baseLength();
        inflected = baseLength > 0 ? captureState() : null;
        return true;
    }

    private int baseLength() {
        int length = term.length();
        if (length >= 7 && ends("ing")) {
            return length - 3;
        }
        return length >= 7 && ends("ed") ? length - 2 : 0;
    }

    private boolean ends(String suffix) {
        return term.subSequence(term.length() - suffix.length(), term.length())
                .toString()
                .equals(suffix);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        inflected = null;
    }
}
