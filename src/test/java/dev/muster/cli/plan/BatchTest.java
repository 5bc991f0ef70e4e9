package dev.muster.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.planning.Submission;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.plan.TaskContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchTest {
    private final List<String> planned = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    /** Plans nothing: what would have been planned is told as texts without words. */
    private int run(Reader lines) {
        Batch batch = new Batch(
                submission -> {
                    planned.add(submission.description());
                    throw new Refusal(new PlanReason.EmptyText());
                },
                (title, text, ref) -> new Submission(title, text, null, ref, TaskContext.NONE),
                new PrintWriter(said, true));
        return batch.run(new BufferedReader(lines));
    }

    @Test
    void lines_are_taken_as_they_end() {
        run(new StringReader("{\"text\": \"a\"}\r\n\r{\"text\": \"b\"}\r{\"text\": \"c\"}\n\n{\"text\": \"d\"}"));

        assertThat(planned).containsExactly("a", "b", "c", "d");
    }

    @Test
    void line_that_is_too_long_is_told_and_the_next_is_planned() {
        int code = run(new StringReader("x".repeat(5 << 20) + "\n{\"text\": \"b\"}\n"));

        assertThat(planned).containsExactly("b");
        assertThat(said.toString().lines().findFirst().orElseThrow()).isEqualTo("""
                {"error":{"kind":"line-too-long","message":"The line has more than 4,194,304 characters.",\
                "advice":"Write one task a line. Leave out what is not to be done."},"line":1}""");
        assertThat(code).isEqualTo(ExitCode.FAILED);
    }

    @Test
    @Timeout(60)
    void line_without_an_end_ends_it() {
        int code = run(new Reader() {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                java.util.Arrays.fill(into, from, from + length, 'x');
                return length;
            }

            @Override
            public void close() {}
        });

        assertThat(said.toString()).contains("It seems to have no end, and nothing behind it was read.");
        assertThat(code).isEqualTo(ExitCode.FAILED);
    }
}
