package dev.muster.agent.executor.program.protocol;

import dev.muster.agent.executor.Assignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one kind of program is talked to: what it is told by its arguments, and how what it prints is understood. */
public interface Protocol {
    /** Words that come before all options. */
    List<String> subcommand();

    /**
     * The arguments that it needs beside those of the operator. None of them holds words of a task.
     *
     * @param given the operator's own arguments, which come before these and win
     */
    List<String> arguments(Assignment assignment, CommandSettings settings, List<String> given);

    /** Whether the arguments carry the agent's own prompt, so that the text need not. */
    boolean carriesAgentPrompt(Assignment assignment, CommandSettings settings);

    /** What a line of its standard output says to people about how it goes; null where it says nothing to them. */
    @Nullable
    String progress(String line);

    /** What it said. */
    Reply read(Ended ended, Assignment assignment, CommandSettings settings);
}
