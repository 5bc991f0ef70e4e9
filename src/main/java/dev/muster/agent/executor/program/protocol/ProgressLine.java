package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent does, on one line for people. */
final class ProgressLine {
    private static final int MAX = 200;

    /** The part of a tool's input that says most, by the names that programs give it. */
    private static final List<String> TELLING =
            List.of("description", "command", "file_path", "filePath", "path", "pattern", "query", "url");

    private ProgressLine() {}

    static @Nullable String text(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? null : Excerpt.beginning(line, MAX);
    }

    static @Nullable String tool(String name, JsonNode input) {
        for (String field : TELLING) {
            if (input.path(field).isTextual()) {
                return text(name + ": " + input.path(field).textValue());
            }
        }
        return text(name);
    }
}
