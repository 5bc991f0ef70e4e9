package dev.muster.reading.language;

import dev.muster.reading.text.Mask;
import dev.muster.reading.text.Span;
import java.io.StringReader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How English words become terms. A text gives each word twice, as it is and as its stem, so that {@code cachi*} and
 * {@code cache} both find "caching"; a query gives its stem alone. KStem folds plurals and verb forms but leaves
 * "authorization" and "author" apart, which Porter's does not.
 */
public final class EnglishWords {
    /** For the terms of queries; each thread has its own parts of it. */
    public static final Analyzer OF_QUERIES = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            WordTokenizer words = new WordTokenizer(false, List.of());
            return new TokenStreamComponents(words, new StemFilter(new EnglishPossessiveFilter(words), false));
        }
    };

    private EnglishWords() {}

    /** The terms of a task's text. A masked word leaves its place empty, so that no phrase closes over it. */
    public static TokenStream of(String content, List<Span> sentences, Mask mask) {
        WordTokenizer words = new WordTokenizer(true, sentences);
        words.setReader(new StringReader(content));
        TokenStream own = new Unmasked(new EnglishPossessiveFilter(words), mask);
        return new RemoveDuplicatesTokenFilter(new StemFilter(own, true));
    }

    private static final class Unmasked extends FilteringTokenFilter {
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final Mask mask;

        Unmasked(TokenStream input, Mask mask) {
            super(input);
            this.mask = mask;
        }

        @Override
        protected boolean accept() {
            return mask.at(offset.startOffset()) == null;
        }
    }
}
