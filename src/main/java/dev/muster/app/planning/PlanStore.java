package dev.muster.app.planning;

import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps plans. Every operation may throw {@link Refusal}. */
public interface PlanStore {
    /** Makes sure that plans can be kept. */
    void open();

    void save(Plan plan);

    /** The newest version of a plan, or null where there is none. */
    @Nullable
    Plan find(String id);

    /** The same as the very text that was kept. */
    @Nullable
    String json(String id);

    /** The newest version of each plan, newest plan first: at most {@code limit} of those older than {@code before}. */
    List<PlanSummary> list(int limit, @Nullable String before);
}
