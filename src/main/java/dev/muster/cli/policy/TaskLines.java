package dev.muster.cli.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.json.Json;
import dev.muster.cli.terminal.TextInput;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.TaskContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tasks as {@code muster plan --batch} takes them: a JSON object with id, title and text a line. */
final class TaskLines {
    private final CommandLine commandLine;
    private final Path file;

    TaskLines(CommandLine commandLine, Path file) {
        this.commandLine = commandLine;
        this.file = file;
    }

    /** All tasks; a line that is none refuses them all, since a result over some of them would mislead. */
    List<PlannedTask> read() {
        List<PlannedTask> tasks = new ArrayList<>();
        int number = 0;
        for (String line : TextInput.all(commandLine, file).lines().toList()) {
            number++;
            if (!line.isBlank()) {
                tasks.add(task(line, number));
            }
        }
        if (tasks.isEmpty()) {
            throw new ParameterException(commandLine, file + " has no tasks: write {\"id\": …, \"text\": …} a line.");
        }
        return tasks;
    }

    private PlannedTask task(String line, int number) {
        JsonNode task = json(line, number);
        String title = text(task, "title", "");
        String text = text(task, "text", "");
        if (!(task instanceof ObjectNode)
                || String.valueOf(title).isBlank() && String.valueOf(text).isBlank()) {
            throw bad(number, "a task needs a title or a text, as in {\"id\": …, \"text\": …}.");
        }
        return new PlannedTask(text(task, "id", null), String.valueOf(title), String.valueOf(text), TaskContext.NONE);
    }

    private JsonNode json(String line, int number) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw bad(number, "this is no JSON: " + e.getOriginalMessage());
        }
    }

    private ParameterException bad(int number, String why) {
        return new ParameterException(commandLine, file + ":" + number + ": " + why);
    }

    private static @Nullable String text(JsonNode task, String field, @Nullable String otherwise) {
        return task.hasNonNull(field) ? task.get(field).asText() : otherwise;
    }
}
