package dev.muster.app.authoring;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.planning.PackChoice;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.policy.Pack;
import dev.muster.policy.impact.Impact;
import dev.muster.policy.impact.Impacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Says what the present policy changes in plans, held against another state of it. */
@ApplicationScoped
public class PolicyImpact {
    private final PolicyHolder policies;
    private final OtherPolicy others;
    private final MusterConfig config;

    PolicyImpact(PolicyHolder policies, OtherPolicy others, MusterConfig config) {
        this.policies = policies;
        this.others = others;
        this.config = config;
    }

    /**
     * The impact on tasks.
     *
     * @param against a folder, a version, or a commit, branch or tag
     * @param progress is told how many tasks are done, from any thread
     */
    public Impact impact(String against, @Nullable String pack, List<PlannedTask> tasks, IntConsumer progress) {
        Pack now = PackChoice.withoutTask(policies.current(), pack, config.pack());
        return Impacts.of(others.pack(now.name(), against), now, tasks, progress);
    }
}
