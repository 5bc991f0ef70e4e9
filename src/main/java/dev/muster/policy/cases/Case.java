package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.plan.TaskContext;
import dev.muster.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of a pack.
 *
 * @param task the task to plan; null where the case gives facts only
 * @param facts further facts, beside those that the pack always brings
 * @param then what has to be there
 * @param not what must not be there
 */
public record Case(
        String name,
        Place place,
        @Nullable Task task,
        TaskContext context,
        List<Object> facts,
        List<Expectation> then,
        List<Expectation> not) {
    public Case {
        facts = List.copyOf(facts);
        then = List.copyOf(then);
        not = List.copyOf(not);
    }
}
