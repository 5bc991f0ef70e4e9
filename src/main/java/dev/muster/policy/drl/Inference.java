package dev.muster.policy.drl;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules made of facts, no more of it than {@link SessionLimits} let them. Takes its lists over: whoever makes one leaves them alone
 * afterwards.
 *
 * @param derived what rules inserted and is still there, equal facts merged, in the order in which they came
 * @param firings the rules that fired, in order
 * @param facts everything in working memory at the end, in the order in which it came
 * @param queries the rows that the queries asked for found: values by the query's parameters and bindings
 */
public record Inference(
        List<Derived> derived,
        List<Firing> firings,
        List<Object> facts,
        Map<String, List<Map<String, @Nullable Object>>> queries) {
    public Inference {
        derived = Collections.unmodifiableList(derived);
        firings = Collections.unmodifiableList(firings);
        facts = Collections.unmodifiableList(facts);
        queries = Map.copyOf(queries);
    }
}
