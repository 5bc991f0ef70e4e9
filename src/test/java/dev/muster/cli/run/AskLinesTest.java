package dev.muster.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.runs.InboxEntry;
import dev.muster.plan.ReviewLevel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class AskLinesTest {
    private static final InboxEntry.HandedWork WORK = new InboxEntry.HandedWork(
            "backend", "api-builder", "The queue\n\u001b[2K is there.", List.of("api/queue.ts"), List.of("api/app.ts"));

    public static InboxEntry entry(String kind, @Nullable String gate, List<String> choices) {
        return new InboxEntry(
                "r1",
                kind.equals("work") ? "p/1/r1/backend/1/security/1" : "ask-1",
                kind,
                "What now?",
                choices,
                null,
                "ann",
                "backend",
                null,
                gate,
                gate == null ? null : ReviewLevel.HARD,
                null,
                Instant.parse("2026-01-05T08:00:00.123Z"),
                "Invoices",
                List.of(WORK),
                "/srv/shop");
    }

    public static InboxEntry review() {
        return entry("work", "security", List.of("pass", "changes"));
    }

    @Test
    void review_is_shown_with_what_is_to_be_judged_and_the_two_commands() {
        assertThat(AskLines.whole(review())).containsExactly("""
                ? What now? (for ann)
                    waits since 2026-01-05T08:00:00Z, step backend, of "Invoices"
                    backend, handed in by api-builder: The queue is there.
                    files: api/queue.ts, api/app.ts
                    lies in /srv/shop
                    muster approve r1 p/1/r1/backend/1/security/1 pass
                    muster approve r1 p/1/r1/backend/1/security/1 changes --finding '…'""".lines().toArray(String[]::new));
    }

    @Test
    void choices_are_one_command_each_with_a_reason_where_one_is_wanted() {
        assertThat(AskLines.commands(entry("review", "code", List.of("override", "another-round", "stop"))))
                .containsExactly(
                        "muster approve r1 ask-1 override --why '…'",
                        "muster approve r1 ask-1 another-round",
                        "muster approve r1 ask-1 stop");
        assertThat(AskLines.commands(entry("question", null, List.of())))
                .containsExactly("muster approve r1 ask-1 '…'");
    }

    /** Whatever an agent offers as a choice, a shell takes it as one word and as nothing else. */
    @Test
    void commands_can_be_pasted_as_they_are() throws IOException, InterruptedException {
        List<String> choices =
                List.of("BullMQ|SQS", "it's $(id) `id` \\ \"x\"", "a; rm -rf x", "--why", "two\nlines", "*", "ä ö");

        for (int i = 0; i < choices.size(); i++) {
            String command = AskLines.commands(entry("question", null, choices)).get(i);
            Process shell =
                    new ProcessBuilder("/bin/sh", "-c", "muster() { printf '%s\\0' \"$@\"; }; " + command).start();
            String[] words = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .split("\0");
            assertThat(shell.waitFor()).isZero();
            assertThat(words).startsWith("approve", "r1", "ask-1").endsWith(choices.get(i));
            assertThat(words).hasSize(choices.get(i).startsWith("-") ? 5 : 4);
        }
    }
}
