package dev.muster.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.cli.terminal.Paint;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Trouble;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read while a run goes on, without colours. */
class RunLinesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private static List<String> lines(RunEvent event) {
        return new RunLines(Paint.forTerminal(false)).of(NOW, event);
    }

    private static List<String> failed(String message, boolean rehearsed) {
        return lines(new RunEvent.AttemptFinished(
                "api",
                null,
                "k",
                1,
                new Outcome.Failed(FailureKind.EXIT, message, true, Usage.UNKNOWN, rehearsed),
                null,
                null));
    }

    @Test
    void next_try_is_told_from_now_on() {
        assertThat(lines(new RunEvent.RetryScheduled("api", null, 2, NOW.plusSeconds(39), "")))
                .containsExactly("  ↻ api is tried again in 39 s");
        assertThat(lines(new RunEvent.RetryScheduled("api", "code", 2, NOW.plusSeconds(192), "")))
                .containsExactly("  ↻ api (code review) is tried again in 4 min");
        assertThat(lines(new RunEvent.RetryScheduled("api", null, 2, NOW, "")))
                .containsExactly("  ↻ api is tried again");
    }

    @Test
    void rehearsal_is_said_once() {
        assertThat(failed("Rehearsed: the call fails.", true)).containsExactly("  ✗ api: Rehearsed: the call fails.");
        assertThat(failed("npm is missing.", true)).containsExactly("  ✗ api: npm is missing. (rehearsed)");
        assertThat(failed("npm is missing.", false)).containsExactly("  ✗ api: npm is missing.");
    }

    private static List<String> trouble(Remedy.Kind remedy) {
        return lines(
                new RunEvent.TroubleMet("api", null, null, Trouble.Kind.CHECK, "`npm test`: 1 failed", remedy, "plan"));
    }

    @Test
    void trouble_is_told_where_no_other_line_tells_what_follows() {
        assertThat(trouble(Remedy.Kind.STOP)).containsExactly("  ! api: `npm test`: 1 failed → the run stops");
        assertThat(trouble(Remedy.Kind.REPORT))
                .containsExactly("  ! api: `npm test`: 1 failed → noted; the run goes on");
        assertThat(trouble(Remedy.Kind.RETRY)).isEmpty();
        assertThat(trouble(Remedy.Kind.REWORK)).isEmpty();
        assertThat(trouble(Remedy.Kind.ASK)).isEmpty();
    }

    @Test
    void end_is_a_sentence() {
        assertThat(lines(new RunEvent.RunEnded(RunStatus.COMPLETED, "all that was planned is done")))
                .containsExactly("The run is completed: all that was planned is done");
        assertThat(lines(new RunEvent.RunEnded(RunStatus.FAILED, ""))).containsExactly("The run has failed.");
        assertThat(lines(new RunEvent.RunEnded(RunStatus.CANCELLED, "cancelled by ann")))
                .containsExactly("The run was cancelled: cancelled by ann");
        assertThat(lines(new RunEvent.RunEnded(RunStatus.BLOCKED, ""))).containsExactly("The run is blocked.");
    }

    @Test
    void workers_call_and_moot_question_are_told() {
        assertThat(lines(new RunEvent.AttemptClaimed("api", null, "k", 1, "w1", NOW, null)))
                .containsExactly("  → api is w1's now");
        assertThat(lines(new RunEvent.AskWithdrawn("ask-2", "its work was put right by hand")))
                .containsExactly("  – ask-2 needs no answer any more: its work was put right by hand");
    }

    @Test
    void question_of_an_agent_stays_on_its_line() {
        String spoof = "Which?\n  ✓ api (code review)\r\n? ask-9 for ann: x";
        assertThat(lines(new RunEvent.PersonAnswered("ask-1", spoof, "ann", "", null)))
                .hasSize(1)
                .noneMatch(line -> line.contains("\n") || line.contains("\r"));
    }
}
