package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.plan.TaskContext;
import dev.muster.policy.cases.CaseResult.Mismatch;
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
 * @param pointless what the case rules out although no rule could ever bring it about; it would be green whatever happens
 */
public record Case(
        String name,
        Place place,
        @Nullable Task task,
        TaskContext context,
        List<Object> facts,
        List<Expectation> then,
        List<Expectation> not,
        List<Mismatch> pointless) {
    public Case {
        facts = List.copyOf(facts);
        then = List.copyOf(then);
        not = List.copyOf(not);
        pointless = List.copyOf(pointless);
    }
}
