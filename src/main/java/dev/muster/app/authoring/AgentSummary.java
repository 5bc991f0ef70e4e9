package dev.muster.app.authoring;

import dev.muster.agent.AgentFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of agents says about each.
 *
 * @param tools absent where it may use every tool
 * @param model absent where it takes the caller's
 * @param file relative to the agents folder
 */
public record AgentSummary(
        String pack,
        String name,
        String description,
        @Nullable List<String> tools,
        @Nullable String model,
        String file) {

    static AgentSummary of(String pack, AgentFile agent) {
        return new AgentSummary(
                pack,
                agent.name(),
                agent.description(),
                agent.allTools() ? null : agent.tools(),
                agent.model(),
                agent.file());
    }
}
