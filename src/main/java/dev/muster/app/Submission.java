package dev.muster.app;

import dev.muster.plan.TaskContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person hands in to be planned.
 *
 * @param pack the policy pack they chose; null leaves it to Muster
 * @param ref their own reference to the task
 */
public record Submission(
        String title,
        String description,
        @Nullable String pack,
        @Nullable String ref,
        TaskContext context) {
    /** More than this is no task any more but an archive; a plan keeps the text, so it costs with every reading. */
    public static final int MAX_TEXT_BYTES = 256 * 1024;

    public Submission {
        if (title.isBlank() && description.isBlank()) {
            throw new Refusal(new Reason.EmptyText());
        }
        long bytes = bytes(title) + bytes(description);
        if (bytes > MAX_TEXT_BYTES) {
            throw new Refusal(new Reason.TextTooLong(bytes, MAX_TEXT_BYTES));
        }
    }

    public Submission withAnswers(Map<String, String> answers) {
        return new Submission(title, description, pack, ref, context.withAnswers(answers));
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
