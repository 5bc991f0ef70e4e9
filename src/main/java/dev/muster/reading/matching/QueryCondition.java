package dev.muster.reading.matching;

import dev.muster.limit.Allowance;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * What a signal's query asks for. The words that show it are gathered part by part rather than by Lucene's own boolean
 * queries, because an exception ({@code not}) takes words away from one part, and a conjunction then no longer holds.
 */
public sealed interface QueryCondition permits QueryCondition.Words, QueryCondition.Any, QueryCondition.All, Phrase {

    /** The words that meet it, none where it is not met. */
    public List<Found> in(Index index, List<Found> exceptions);

    /** A prefix, a pattern or a spelling, in one field. */
    record Words(Query query) implements QueryCondition {
        @Override
        public List<Found> in(Index index, List<Found> exceptions) {
            return index.find(query, exceptions);
        }
    }

    /** One of several is enough. */
    record Any(List<QueryCondition> parts) implements QueryCondition {
        @Override
        public List<Found> in(Index index, List<Found> exceptions) {
            List<Found> found = List.of();
            for (QueryCondition part : parts) {
                Allowance.current().tick();
                found = Found.both(found, part.in(index, exceptions));
            }
            return found;
        }
    }

    /** All of {@code required} and nothing of {@code forbidden}; {@code wanted} adds its words. */
    record All(List<QueryCondition> required, List<QueryCondition> wanted, List<QueryCondition> forbidden)
            implements QueryCondition {
        @Override
        public List<Found> in(Index index, List<Found> exceptions) {
            List<Found> found = new ArrayList<>();
            for (QueryCondition part : required) {
                List<Found> words = part.in(index, exceptions);
                if (words.isEmpty()) {
                    return List.of();
                }
                found.addAll(words);
            }
            if (forbidden.stream().anyMatch(part -> !part.in(index, exceptions).isEmpty())) {
                return List.of();
            }
            wanted.forEach(part -> found.addAll(part.in(index, exceptions)));
            return found;
        }
    }
}
