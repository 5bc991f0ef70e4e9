package dev.muster.app.authoring;

import dev.muster.app.planning.PackChoice;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who the policies can put to work. */
@ApplicationScoped
public class Catalogue {
    private final PolicyHolder holder;

    Catalogue(PolicyHolder holder) {
        this.holder = holder;
    }

    /** The agents of a pack, or of all that can be read, by pack and name. */
    public List<AgentSummary> agents(@Nullable String pack) {
        Policies policies = holder.current();
        if (pack != null) {
            return agents(PackChoice.loaded(policies, pack)).toList();
        }
        return policies.all().stream().flatMap(Catalogue::agents).toList();
    }

    private static Stream<AgentSummary> agents(PackState state) {
        return state instanceof PackState.Loaded(Pack pack) ? agents(pack) : Stream.empty();
    }

    private static Stream<AgentSummary> agents(Pack pack) {
        return pack.agents().agents().stream().map(agent -> AgentSummary.of(pack.name(), agent));
    }
}
