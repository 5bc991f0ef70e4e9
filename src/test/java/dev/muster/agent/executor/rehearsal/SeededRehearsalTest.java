package dev.muster.agent.executor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.CheckResult.Status;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.agent.executor.Rehearsal.Played;
import dev.muster.agent.executor.RehearsalSettings;
import dev.muster.agent.executor.RehearsalSettings.Ending;
import dev.muster.agent.executor.RehearsalSettings.Line;
import dev.muster.agent.executor.Verdict.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededRehearsalTest {
    private static final Path NOWHERE = Path.of("/nowhere");

    private static Assignment assignment(String plan, int step, Purpose purpose, int round, int attempt) {
        AttemptId id = new AttemptId("r", plan, 1, "step-" + step, round, attempt, plan + "/1/" + step, 1);
        return Assignments.of(NOWHERE, purpose, Assignments.agent(), null, id);
    }

    private static Stream<Played<Outcome>> play(Purpose purpose, int round, long seed) {
        Rehearsal rehearsal = new SeededRehearsal(RehearsalSettings.USUAL);
        return IntStream.range(0, 1000)
                .mapToObj(step -> rehearsal.play(assignment("plan", step, purpose, round, 1), seed));
    }

    private static long count(Purpose purpose, int round, Decision decision) {
        return play(purpose, round, 7)
                .filter(played -> played.result() instanceof Succeeded succeeded
                        && Objects.requireNonNull(succeeded.verdict()).decision() == decision)
                .count();
    }

    @Test
    void equal_seeds_play_equally_also_for_another_plan() {
        Rehearsal rehearsal = new SeededRehearsal(RehearsalSettings.USUAL);
        for (int step = 0; step < 100; step++) {
            assertThat(rehearsal.play(assignment("one", step, Purpose.REVIEW, 1, 1), 7))
                    .isEqualTo(rehearsal.play(assignment("two", step, Purpose.REVIEW, 1, 1), 7));
            List<String> command = List.of("npm", "test");
            assertThat(rehearsal.play(
                            new CheckOrder(
                                    "plan-1/1/run-1/" + step, step + "/1/check/1", 1, command, NOWHERE, Duration.ZERO),
                            7))
                    .isEqualTo(rehearsal.play(
                            new CheckOrder(
                                    "plan-2/1/run-2/" + step, step + "/1/check/1", 2, command, NOWHERE, Duration.ZERO),
                            7));
        }
        assertThat(play(Purpose.REVIEW, 1, 7).toList())
                .isNotEqualTo(play(Purpose.REVIEW, 1, 8).toList());
    }

    @Test
    void most_work_succeeds_and_most_reviews_pass_in_the_end() {
        assertThat(play(Purpose.WORK, 1, 7).filter(played -> played.result() instanceof Failed))
                .hasSizeBetween(10, 60);
        assertThat(count(Purpose.REVIEW, 1, Decision.CHANGES)).isBetween(150L, 250L);
        assertThat(count(Purpose.REVIEW, 2, Decision.CHANGES)).isBetween(40L, 100L);
    }

    @Test
    void everything_is_marked_as_rehearsed_and_takes_its_time() {
        assertThat(play(Purpose.WORK, 1, 3)).allSatisfy(played -> {
            boolean rehearsed = switch (played.result()) {
                case Succeeded succeeded -> succeeded.rehearsed();
                case Failed failed -> failed.rehearsed();
                case Outcome.Asked asked -> asked.rehearsed();
                case Outcome.Cancelled _ -> false;
            };
            assertThat(rehearsed).isTrue();
            assertThat(played.took()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(20));
            assertThat(played.result().usage().costUsd()).isZero();
        });
    }

    @Test
    void script_comes_before_chance() {
        List<Line> script = List.of(
                new Line(null, "step-1", null, null, 1, null, Ending.FAILED, 0.5),
                new Line("build*", null, Purpose.REVIEW, 1, null, null, Ending.CHANGES, null),
                new Line(null, null, null, null, null, null, Ending.PASS, null),
                new Line(null, null, null, null, null, "npm *", Ending.TIMEOUT, 1.0),
                new Line(null, null, null, null, null, null, Ending.DONE, null));
        Rehearsal rehearsal = new SeededRehearsal(
                new RehearsalSettings(0.5, 0.5, Duration.ofMinutes(1), Duration.ofMinutes(1), script));
        Played<Outcome> first = rehearsal.play(assignment("p", 1, Purpose.WORK, 1, 1), 1);
        assertThat(first.result()).isInstanceOf(Failed.class);
        assertThat(first.took()).isEqualTo(Duration.ofSeconds(30));
        for (int step = 2; step < 40; step++) {
            assertThat(rehearsal
                            .play(assignment("p", step, Purpose.WORK, 1, 2), 1)
                            .result())
                    .isInstanceOf(Succeeded.class);
            assertThat(decision(rehearsal.play(assignment("p", step, Purpose.REVIEW, 1, 1), 1)))
                    .isEqualTo(Decision.CHANGES);
            assertThat(decision(rehearsal.play(assignment("p", step, Purpose.REVIEW, 2, 1), 1)))
                    .isEqualTo(Decision.PASS);
        }
        Played<CheckResult> check =
                rehearsal.play(new CheckOrder("k", "p", 1, List.of("npm", "test"), NOWHERE, Duration.ZERO), 1);
        assertThat(check.result().status()).isEqualTo(Status.TIMED_OUT);
        assertThat(check.result().rehearsed()).isTrue();
    }

    private static Decision decision(Played<Outcome> played) {
        return switch (played.result()) {
            case Succeeded succeeded ->
                Objects.requireNonNull(succeeded.verdict()).decision();
            case Outcome other -> throw new AssertionError(other);
        };
    }
}
