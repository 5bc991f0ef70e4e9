package dev.muster.app.planning;

import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.TaskContext;
import dev.muster.secret.Masking;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
            throw new Refusal(new PlanReason.EmptyText());
        }
        long bytes = bytes(title) + bytes(description);
        if (bytes > MAX_TEXT_BYTES) {
            throw new Refusal(new PlanReason.TextTooLong(bytes, MAX_TEXT_BYTES));
        }
    }

    public Submission withAnswers(Map<String, String> answers) {
        return new Submission(title, description, pack, ref, context.withAnswers(answers));
    }

    /**
     * Without secrets, before anything is made of it: what follows from the rest, a plan and its replay, is then as sound as
     * if nobody had ever typed them.
     */
    Submission masked(Masking masking) {
        return new Submission(
                masking.mask(title),
                masking.mask(description),
                pack,
                ref == null ? null : masking.mask(ref),
                new TaskContext(
                        masking.mask(context.modules()),
                        masking.mask(context.files()),
                        masking.mask(context.constraints()),
                        masked(context.answers(), masking),
                        context.workspace()));
    }

    static SortedMap<String, String> masked(Map<String, String> answers, Masking masking) {
        SortedMap<String, String> masked = new TreeMap<>();
        answers.forEach((question, answer) -> masked.put(question, masking.mask(answer)));
        return masked;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
