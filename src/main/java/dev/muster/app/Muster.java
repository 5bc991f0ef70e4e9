package dev.muster.app;

import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.Submission;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.policy.why.Why;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people ask of Muster, wherever it runs: in this process or as a server elsewhere. Each may throw a {@link Refusal}. */
public interface Muster {
    /** Plans a task and keeps the plan. */
    Plan plan(Submission submission);

    /** The next version of a plan, which knows these answers besides those that it knew before; it is kept. */
    Plan answer(String id, Map<String, String> answers);

    /** The newest version of a plan. */
    Plan find(String id);

    /** Why something is in a plan, or why not; {@code about} is its name, or its kind and name as in {@code review:security}. */
    Why why(String id, String about);

    /** At most {@code limit} plans older than {@code before}, newest first. */
    List<PlanSummary> plans(int limit, @Nullable String before);

    /** The agents of a pack, or of all packs. */
    List<AgentSummary> agents(@Nullable String pack);

    List<PackSummary> policies();
}
