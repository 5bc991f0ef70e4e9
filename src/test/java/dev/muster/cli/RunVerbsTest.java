package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Signature;
import dev.muster.cli.CommandRig.Ended;
import dev.muster.cli.run.AskLinesTest;
import dev.muster.plan.Limits;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.report.Audit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunVerbsTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final CommandRig rig = new CommandRig();

    private static RunSummary summary(RunStatus status, boolean left) {
        return new RunSummary("r1", "p1", 1, "backend", "Invoices", RunMode.REAL, status, "ann", AT, AT, 7, left);
    }

    private static RunView view(RunStatus status, InboxEntry... waitingFor) {
        return new RunView(
                summary(status, false),
                "/work",
                0.5,
                new Limits(10, 2, 3, 4, 60, 5.0),
                List.of(new RunView.PhaseView(
                        "Build",
                        null,
                        "in-progress",
                        List.of(new RunView.StepView("build-1", "coder", "in-progress", 2, null)))),
                List.of(),
                List.of(waitingFor));
    }

    @Test
    void runs_are_listed_one_a_line_and_those_that_nobody_carries_say_so() {
        Ended ended = rig.answering(
                        "list", List.of(summary(RunStatus.WAITING, false), summary(RunStatus.RUNNING, true)))
                .run("runs");

        assertThat(ended.out()).isEqualToNormalizingNewlines("""
                r1  2026-01-02 03:04Z  waiting    real       backend  Invoices
                r1  2026-01-02 03:04Z  left       real       backend  Invoices
                """);
        assertThat(rig.calls()).containsExactly("list(50, null)");
    }

    @Test
    void run_is_shown_with_its_steps_and_what_it_waits_for() {
        Ended ended = rig.answering("find", view(RunStatus.WAITING, AskLinesTest.review()))
                .run("runs", "r1");

        assertThat(ended.out()).contains("build-1  coder  (round 2)", "muster approve");
    }

    @Test
    void verdict_is_handed_in_and_what_follows_is_told() {
        InboxEntry review = AskLinesTest.review();
        Ended ended = rig.answering("find", view(RunStatus.WAITING, review))
                .answering("handIn", view(RunStatus.RUNNING))
                .run("approve", "r1", review.id(), "pass", "--why", "read it", "--as", "ann");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("Recorded. The run is running; `muster resume r1` goes on with it.");
        assertThat(rig.calls().getLast())
                .startsWith("handIn(r1, " + review.id() + ", " + new Signature("ann", "read it", Proof.NONE))
                .contains("\"verdict\":\"pass\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "no, reject this", "pass but not really"})
    void any_other_word_of_a_review_is_refused_and_nothing_is_handed_in(String words) {
        InboxEntry review = AskLinesTest.review();
        rig.answering("find", view(RunStatus.WAITING, review));
        Ended ended =
                words.isEmpty() ? rig.run("approve", "r1", review.id()) : rig.run("approve", "r1", review.id(), words);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("A review comes to one of two things");
        assertThat(rig.calls()).containsExactly("find(r1)");
    }

    @Test
    void word_that_is_no_persons_is_told_with_what_to_do() {
        InboxEntry entry = AskLinesTest.entry("escalation", null, List.of("go-on", "stop"));
        rig.answering("find", view(RunStatus.WAITING, entry)).answering("answer", given -> {
            throw new Refusal(new AccessReason.KeyNeeded("It is a person's word."));
        });
        Ended ended = rig.run("approve", "r1", entry.id(), "go-on");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("It is a person's word.", "muster keys new");
    }

    @Test
    void override_names_whom_it_waits_for() {
        InboxEntry agreement = AskLinesTest.entry("override", "code", List.of("yes", "no"));
        Ended ended = rig.answering("find", view(RunStatus.WAITING))
                .answering("override", view(RunStatus.WAITING, agreement))
                .run("override", "r1", "build-1", "code", "--why", "seen");

        assertThat(ended.err()).contains("Somebody else has to agree:", agreement.id());
        assertThat(rig.calls().getLast()).startsWith("override(r1, build-1, code, ");
    }

    @Test
    void override_wants_a_reason() {
        Ended ended = rig.run("override", "r1", "build-1", "code");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--why");
        assertThat(rig.calls()).isEmpty();
    }

    @Test
    void run_that_nobody_carries_is_ended_by_the_command_that_cancels_it() {
        Ended ended = rig.answering("cancel", view(RunStatus.WAITING))
                .answering("resume", view(RunStatus.CANCELLED))
                .run("cancel", "r1", "--why", "enough", "--as", "ann");

        assertThat(ended.err()).contains("The run is cancelled.");
        assertThat(rig.calls()).containsExactly("cancel(r1, ann, enough)", "resume(r1)");
    }

    @Test
    void inbox_shows_commands_to_paste() {
        Ended ended = rig.answering("inbox", List.of(AskLinesTest.review())).run("inbox");

        assertThat(ended.out()).contains("muster approve");
        assertThat(rig.calls()).containsExactly("inbox(null, 1000)");
    }

    @Test
    void record_that_was_changed_ends_with_one() {
        Ended sound = rig.answering("audit", new RunAudit("r1", 7, "abc", true, List.of()))
                .run("audit", "verify", "r1");
        Ended changed = rig.answering(
                        "audit", new RunAudit("r1", 7, "abc", false, List.of(new Audit.Fault(3, "was changed"))))
                .run("audit", "verify", "r1", "--kept", "abc");

        assertThat(sound.exitCode()).isZero();
        assertThat(sound.out()).contains("The record is sound: 7 events", "abc");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).contains("event 3: was changed", "The record was changed.");
        assertThat(rig.calls()).containsExactly("audit(r1, null)", "audit(r1, abc)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs|r9", "report|r9", "audit|verify|r9", "approve|r9|a|yes"})
    void run_that_is_not_there_is_told_alike(String arguments) {
        for (String call : List.of("find", "report", "audit")) {
            rig.answering(call, given -> {
                throw new Refusal(new RunReason.NoSuchRun("r9"));
            });
        }
        Ended ended = rig.run(arguments.split("\\|"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains(new RunReason.NoSuchRun("r9").found());
    }
}
