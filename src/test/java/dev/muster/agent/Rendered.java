package dev.muster.agent;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agent as text, for comparison as a whole. */
final class Rendered {
    private Rendered() {}

    static String agent(@Nullable AgentFile agent) {
        if (agent == null) {
            return "not an agent\n";
        }
        String text = """
                name: %s
                description: %s
                tools: %s, not %s
                model: %s, permissionMode: %s, maxTurns: %s, skills: %s
                code: %s
                other: %s
                prompt: %s
                """.formatted(
                        agent.name(),
                        shown(agent.description()),
                        agent.allTools() ? "all" : agent.tools(),
                        agent.disallowedTools(),
                        agent.model(),
                        agent.permissionMode(),
                        agent.maxTurns(),
                        agent.skills(),
                        agent.code(),
                        agent.other(),
                        shown(agent.prompt()));
        return text + agent.diagnostics().stream().map(d -> d + "\n").collect(Collectors.joining());
    }

    private static String shown(String text) {
        return text.replace("\n", "⏎").replace("\r", "␍").replace("\t", "⇥");
    }
}
