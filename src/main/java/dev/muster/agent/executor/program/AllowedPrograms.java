package dev.muster.agent.executor.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What checks may start.
 *
 * @param commands each the first words of the commands that it allows: a program alone, or a program with the beginning of its
 *     arguments
 */
public record AllowedPrograms(List<List<String>> commands) {
    public static final AllowedPrograms NONE = new AllowedPrograms(List.of());

    public AllowedPrograms {
        commands = commands.stream().map(List::copyOf).toList();
    }

    boolean allows(List<String> command) {
        return commands.stream()
                .anyMatch(words -> !words.isEmpty()
                        && command.size() >= words.size()
                        && command.subList(0, words.size()).equals(words));
    }

    @Override
    public String toString() {
        return commands.stream().map(words -> String.join(" ", words)).collect(Collectors.joining(", "));
    }
}
