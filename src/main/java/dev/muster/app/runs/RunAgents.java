package dev.muster.app.runs;

import dev.muster.agent.AgentFile;
import dev.muster.app.policies.PolicyVersions;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agents of runs: those of the very version of the pack that made the plan, whatever became of the files since. */
@ApplicationScoped
class RunAgents {
    private static final int KEPT_IN_MEMORY = 16;

    private final PolicyVersions versions;
    private final Map<Plan.PackRef, Pack> packs = new LinkedHashMap<>(KEPT_IN_MEMORY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Plan.PackRef, Pack> eldest) {
            return size() > KEPT_IN_MEMORY;
        }
    };

    RunAgents(PolicyVersions versions) {
        this.versions = versions;
    }

    synchronized Pack packOf(Plan plan) {
        Plan.PackRef ref = new Plan.PackRef(plan.pack().name(), plan.pack().version(), List.of());
        Pack pack = packs.get(ref);
        if (pack == null) {
            pack = versions.packOf(plan);
            packs.put(ref, pack);
        }
        return pack;
    }

    /** The agent of a plan; null where the pack has none of that name, which its check does not let through. */
    @Nullable
    AgentFile find(Plan plan, String agent) {
        return packOf(plan).agents().find(agent);
    }
}
