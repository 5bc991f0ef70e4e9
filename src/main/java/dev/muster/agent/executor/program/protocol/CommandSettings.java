package dev.muster.agent.executor.program.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that agents are called by, as the operator's configuration has it.
 *
 * @param name the executor's name
 * @param command the program and its arguments; {@value #PROMPT_FILE} in one of them is the file with the prompt
 * @param environment variables that it gets to see beside the usual ones: {@code NAME} or {@code NAME=value}
 * @param costUsd what one call may cost; null where only the run's own limit counts
 * @param agentCode whether hooks and MCP servers of agent files are passed on
 */
public record CommandSettings(
        String name,
        Kind kind,
        List<String> command,
        PromptBy prompt,
        List<String> environment,
        Duration time,
        long maxOutputBytes,
        @Nullable Double costUsd,
        boolean agentCode) {
    /** In an argument it stands for the path of the file with the prompt. */
    public static final String PROMPT_FILE = "{promptFile}";

    public CommandSettings {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
    }

    /** How the prompt gets to the program. */
    public enum PromptBy {
        STDIN,
        FILE
    }

    /** What kind of program it is. */
    public enum Kind {
        /** Prints its answer as text. */
        TEXT,
        /** Prints its answer as JSON. */
        JSON,
        CLAUDE,
        CODEX,
        GEMINI,
        OPENCODE
    }
}
