package dev.muster.agent;

import dev.muster.fact.Agent;
import dev.muster.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as its file defines it. Reading is lenient and loses nothing: what was odd is in the diagnostics, the front
 * matter and the prompt are there to the letter.
 *
 * @param allTools whether it may use every tool, because its file lists none or {@code *}
 * @param tools the tools it may use, where not all; empty then means none
 * @param disallowedTools the tools it may not use in any case
 * @param model null where the caller's model is to be used
 * @param maxTurns null where there is no limit
 * @param code hooks and MCP servers: programs that start with the agent, passed on only where the operator allows it
 * @param other all further keys in their order; values are text, whole numbers, decimals, booleans, lists and maps
 * @param frontMatter the lines between the fences, as they are
 * @param prompt everything behind the front matter, as it is
 * @param place where its name stands; the file is relative to the agents folder
 * @param diagnostics sorted by place
 */
public record AgentFile(
        String name,
        String description,
        boolean allTools,
        List<String> tools,
        List<String> disallowedTools,
        @Nullable String model,
        @Nullable String permissionMode,
        @Nullable Integer maxTurns,
        List<String> skills,
        Map<String, Object> code,
        Map<String, Object> other,
        String frontMatter,
        String prompt,
        Place place,
        List<Diagnostic> diagnostics) {

    public AgentFile {
        tools = List.copyOf(tools);
        disallowedTools = List.copyOf(disallowedTools);
        skills = List.copyOf(skills);
        code = Collections.unmodifiableMap(new LinkedHashMap<>(code));
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads a file's text; null where it has no front matter of an agent. */
    public static @Nullable AgentFile read(String file, String text) {
        return AgentReader.read(file, text, List.of());
    }

    /** Reads a file's bytes, whatever their encoding; null where they have no front matter of an agent. */
    public static @Nullable AgentFile read(String file, byte[] bytes) {
        AgentText text = AgentText.of(file, bytes);
        return AgentReader.read(file, text.text(), text.diagnostics());
    }

    /** Where it is defined, relative to the agents folder. */
    public String file() {
        return place.file();
    }

    /** How it wants to be called, where its file says so; the pack and the operator may say otherwise. */
    public @Nullable String executor() {
        return other.get(Known.EXECUTOR) instanceof String name && !name.isBlank() ? name.strip() : null;
    }

    /** The agent as rules see it. */
    Agent fact() {
        return new Agent(name, description, tools, file());
    }
}
