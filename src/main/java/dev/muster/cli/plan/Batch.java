package dev.muster.cli.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.json.Json;
import dev.muster.app.planning.Submission;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.cli.plan.BoundedLines.Line;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.TextInput;
import dev.muster.plan.Plan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plans one task a line; each line of the answer is there before the next task is read. */
final class Batch {
    /** A task has at most 256 KB of text, and JSON may write each byte in six. */
    private static final int LONGEST_LINE = 4 << 20;

    private static final long NO_END = 64L << 20;

    private final Function<Submission, Plan> planning;
    private final Submitting submitting;
    private final PrintWriter out;
    private int exitCode = ExitCode.DONE;

    Batch(Function<Submission, Plan> planning, Submitting submitting, PrintWriter out) {
        this.planning = planning;
        this.submitting = submitting;
        this.out = out;
    }

    /** Makes a submission of what a line says. */
    interface Submitting {
        Submission submission(String title, String text, @Nullable String ref);
    }

    /** What stands in the place of a plan. */
    @RegisterForReflection
    record BadLine(Problem error, int line, @Nullable String ref) {}

    @RegisterForReflection
    record Problem(String kind, String message, String advice) {}

    int run(BufferedReader reader) {
        try (BoundedLines lines = new BoundedLines(reader, LONGEST_LINE, NO_END)) {
            int number = 0;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                number++;
                switch (line.extent()) {
                    case WHOLE -> answer(number == 1 ? TextInput.withoutMark(line.text()) : line.text(), number);
                    case TOO_LONG -> tell(tooLong(number, "Leave out what is not to be done."));
                    case ENDLESS -> {
                        tell(tooLong(number, "It seems to have no end, and nothing behind it was read."));
                        return exitCode;
                    }
                }
            }
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        tell(planned(line, number));
    }

    private void tell(Object answer) {
        out.println(Json.line(answer));
        out.flush();
    }

    private BadLine tooLong(int number, String advice) {
        String message = String.format(Locale.ROOT, "The line has more than %,d characters.", LONGEST_LINE);
        return bad(new Problem("line-too-long", message, "Write one task a line. " + advice), number, null);
    }

    private Object planned(String line, int number) {
        JsonNode task;
        try {
            task = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            return bad(new Problem("malformed-json", where(e), "Write one JSON object a line."), number, null);
        }
        if (!(task instanceof ObjectNode)) {
            String message = "The line is no JSON object.";
            return bad(new Problem("malformed-json", message, "Write {\"id\": …, \"text\": …}."), number, null);
        }
        String ref = task.hasNonNull("id") ? task.get("id").asText() : null;
        try {
            return planning.apply(submitting.submission(text(task, "title"), text(task, "text"), ref));
        } catch (Refusal e) {
            return bad(problem(e), number, ref);
        }
    }

    /** Only what is wrong with the line: what is wrong with anything else would be so for every other line too. */
    private static Problem problem(Refusal refusal) {
        Reason reason = refusal.reason();
        if (reason instanceof PlanReason.EmptyText || reason instanceof PlanReason.TextTooLong) {
            return new Problem(reason.kind(), reason.found(), reason.advice());
        }
        throw refusal;
    }

    private BadLine bad(Problem problem, int number, @Nullable String ref) {
        exitCode = ExitCode.FAILED;
        return new BadLine(problem, number, ref);
    }

    private static String text(JsonNode task, String field) {
        return task.hasNonNull(field) ? task.get(field).asText() : "";
    }

    private static String where(JsonProcessingException e) {
        String column =
                e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return "The line is no JSON" + column + ": " + e.getOriginalMessage();
    }
}
