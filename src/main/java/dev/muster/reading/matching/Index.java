package dev.muster.reading.matching;

import dev.muster.limit.Allowance;
import dev.muster.reading.language.EnglishWords;
import dev.muster.reading.text.Mask;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;

/** The words of one task, ready to be asked. One thread builds it, asks it and drops it. */
public final class Index {
    /** What a query of Lucene takes at least, in small pieces of work. */
    private static final int QUERY = 32;

    private final List<Text> texts;
    private final IndexSearcher searcher;
    private final Map<String, Set<String>> terms;

    private Index(List<Text> texts, IndexSearcher searcher) throws IOException {
        this.texts = texts;
        this.searcher = searcher;
        this.terms = terms(texts, searcher.getIndexReader().leaves().getFirst().reader());
    }

    /**
     * @param masked whether words that ask for nothing are left out
     * @param sentences of each text, in the order of the texts
     */
    public static Index of(List<Text> texts, List<List<Span>> sentences, boolean masked) {
        MemoryIndex index = new MemoryIndex(true);
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            Mask mask = masked ? text.mask() : new Mask(0);
            index.addField(text.field(), EnglishWords.of(text.content(), sentences.get(i), mask));
        }
        IndexSearcher searcher = index.createSearcher();
        searcher.setQueryCache(null);
        try {
            return new Index(texts, searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> terms(List<Text> texts, LeafReader reader) throws IOException {
        Map<String, Set<String>> byField = new HashMap<>();
        for (Text text : texts) {
            Terms all = reader.terms(text.field());
            Set<String> terms = new HashSet<>();
            if (all != null) {
                TermsEnum each = all.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    terms.add(term.utf8ToString());
                }
            }
            byField.put(text.field(), terms);
        }
        return byField;
    }

    /** Whether a field has one term at least of each group. */
    boolean has(String field, List<List<String>> groups) {
        Set<String> there = terms.getOrDefault(field, Set.of());
        for (List<String> group : groups) {
            if (!hasOne(there, group)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOne(Set<String> there, List<String> group) {
        for (String term : group) {
            if (there.contains(term)) {
                return true;
            }
        }
        return false;
    }

    /** Where a query finds something that touches no exception, in the order of the texts and of their words. */
    List<Found> find(Query query, List<Found> exceptions) {
        Allowance allowance = Allowance.current();
        allowance.tick(QUERY);
        try {
            LeafReaderContext leaf = searcher.getIndexReader().leaves().getFirst();
            Matches matches = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                    .matches(leaf, 0);
            List<Found> found = new ArrayList<>();
            for (Text text : matches == null ? List.<Text>of() : texts) {
                MatchesIterator words = matches.getMatches(text.field());
                while (words != null && words.next()) {
                    allowance.tick(1 + exceptions.size());
                    Found here = new Found(text, new Span(words.startOffset(), words.endOffset()));
                    if (exceptions.stream().noneMatch(here::overlaps)) {
                        found.add(here);
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
