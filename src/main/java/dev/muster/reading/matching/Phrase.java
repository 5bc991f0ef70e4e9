package dev.muster.reading.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * A word, or several beside each other: what most queries of a policy are. Lucene is asked only where the words are there at all,
 * and only then is a query made for it: most find nothing in most texts.
 *
 * @param fields where to look, in this order
 * @param words of each word its stems, of which one is enough
 * @param slop how many places the words may be moved to meet
 */
record Phrase(List<String> fields, List<List<String>> words, int slop) implements QueryCondition {
    @Override
    public List<Found> in(Index index, List<Found> exceptions) {
        List<Found> found = List.of();
        for (String field : fields) {
            if (index.has(field, words)) {
                found = Found.both(found, index.find(query(field), exceptions));
            }
        }
        return found;
    }

    /** What asks Lucene for it. */
    Query query(String field) {
        List<Term[]> places = new ArrayList<>(words.size());
        for (List<String> stems : words) {
            places.add(stems.stream().map(stem -> new Term(field, stem)).toArray(Term[]::new));
        }
        if (places.size() == 1) {
            return word(field, places.getFirst());
        }
        return words.stream().allMatch(stems -> stems.size() == 1) ? phrase(places) : phraseOfSeveral(places);
    }

    private static Query word(String field, Term[] stems) {
        if (stems.length == 1) {
            return new TermQuery(stems[0]);
        }
        SynonymQuery.Builder either = new SynonymQuery.Builder(field);
        Arrays.stream(stems).forEach(either::addTerm);
        return either.build();
    }

    private Query phrase(List<Term[]> places) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        places.forEach(place -> phrase.add(place[0]));
        return phrase.build();
    }

    private Query phraseOfSeveral(List<Term[]> places) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        places.forEach(phrase::add);
        return phrase.build();
    }
}
