package dev.muster.run;

import static dev.muster.run.PlanOf.optional;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Verdict;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Severity;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Acceptance.Kind;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunJson;
import dev.muster.run.event.RunMode;
import dev.muster.run.state.OpenCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is one party's to end, and what is a person's to say is taken from nobody who may be a program. */
class OwnWordTest {
    private static final Outcome PASSES = Bench.succeeded("fine", new Verdict(Verdict.Decision.PASS, List.of()));

    /** Step {@code a}, and its hard security review. */
    private static Bench run(ExecutorKind work, ExecutorKind review) {
        Plan plan = PlanOf.phases(phase(
                "Build", step("a").reviewed("security", ReviewLevel.HARD, 1).done()));
        return new Bench(
                brief(plan, Map.of("a-agent", assigned(work), "security-reviewer", assigned(review))),
                new PlannedDecisions());
    }

    private static RunBrief brief(Plan plan, Map<String, Assigned> executors) {
        return new RunBrief("r1", plan, Sha256.of("plan"), RunMode.REAL, "ann", executors, 42, null);
    }

    private static Assigned assigned(ExecutorKind kind) {
        return new Assigned("any", kind, 30);
    }

    private static Kind refused(Acceptance acceptance) {
        assertThat(acceptance).isInstanceOf(Acceptance.Refused.class);
        return ((Acceptance.Refused) acceptance).kind();
    }

    private static Input handsIn(OpenCall call, Proof proof, Outcome outcome) {
        return new Input.HandedIn(call.key(), "eve", "so", proof, outcome);
    }

    private static Input worker(OpenCall call, String claim) {
        return new Input.WorkerResult(call.key(), call.fence(), claim, Bench.succeeded("done", null));
    }

    @Test
    void call_that_nobody_fetched_takes_no_workers_result() {
        Bench run = run(ExecutorKind.WORKER, ExecutorKind.WORKER);

        assertThat(refused(run.in(worker(run.call("a"), "")))).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void call_of_a_worker_takes_nothing_without_its_claim() {
        Bench run = run(ExecutorKind.WORKER, ExecutorKind.WORKER);
        run.in(Bench.claim(run.call("a"), "w1"));
        OpenCall call = run.call("a");

        assertThat(refused(run.in(worker(call, "guessed")))).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(refused(run.in(worker(call, Objects.requireNonNull(call.claim())))))
                .as("the hash is in the record, and shows nothing")
                .isEqualTo(Kind.NOT_ALLOWED);
        assertThat(refused(run.in(new Input.WorkerProgress(call.key(), call.fence(), "guessed", "at it"))))
                .isEqualTo(Kind.NOT_ALLOWED);
        assertThat(call.isClaimedWith("guessed")).isFalse();
        assertThat(run.in(worker(call, Bench.token(call.key(), call.fence())))).isInstanceOf(Acceptance.Accepted.class);
        assertThat(run.events(RunEvent.AttemptFinished.class))
                .extracting(RunEvent.AttemptFinished::by)
                .containsExactly("w1");
    }

    @Test
    void claim_of_an_earlier_delivery_is_dead() {
        Bench run = run(ExecutorKind.WORKER, ExecutorKind.WORKER);
        run.in(Bench.claim(run.call("a"), "w1"));
        OpenCall before = run.call("a");
        String claim = Bench.token(before.key(), before.fence());

        run.in(new Input.Redeliver(before.key()));

        assertThat(run.call("a").isClaimedWith(claim)).isFalse();
        assertThat(refused(run.in(worker(before, claim)))).isEqualTo(Kind.STALE);
        assertThat(refused(run.in(worker(run.call("a"), claim)))).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void call_of_a_program_or_a_person_is_no_workers_to_end() {
        Bench program = run(ExecutorKind.INSIDE, ExecutorKind.PERSON);
        assertThat(refused(program.in(worker(program.call("a"), "x")))).isEqualTo(Kind.NOT_ALLOWED);
        program.done("a");

        OpenCall review = program.review("a", "security");
        assertThat(refused(program.in(new Input.WorkerResult(review.key(), 1, "x", PASSES))))
                .isEqualTo(Kind.NOT_ALLOWED);
        assertThat(refused(program.in(new Input.AttemptResult(review.key(), 1, PASSES))))
                .as("nor this process's")
                .isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void review_that_workers_fetch_is_fetched_with_a_key_alone_where_programs_are_reviewed() {
        Bench run = run(ExecutorKind.INSIDE, ExecutorKind.WORKER);
        run.done("a");
        OpenCall review = run.review("a", "security");

        assertThat(refused(run.in(fetches(review, Proof.NONE)))).isEqualTo(Kind.UNPROVEN);
        assertThat(run.review("a", "security").holder()).isNull();
        assertThat(run.in(fetches(review, Proof.KEY))).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void work_of_workers_is_fetched_without_a_key() {
        Bench mixed = run(ExecutorKind.WORKER, ExecutorKind.INSIDE);
        assertThat(mixed.in(fetches(mixed.call("a"), Proof.NONE))).isInstanceOf(Acceptance.Accepted.class);

        Bench workers = run(ExecutorKind.WORKER, ExecutorKind.WORKER);
        assertThat(workers.in(fetches(workers.call("a"), Proof.NONE))).isInstanceOf(Acceptance.Accepted.class);
    }

    private static Input fetches(OpenCall call, Proof proof) {
        return new Input.Claimed(call.key(), "w1", Sha256.of("claim"), proof);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExecutorKind.class,
            names = {"INSIDE", "WORKER", "REHEARSED"})
    void call_that_is_no_persons_cannot_be_handed_in_by_hand(ExecutorKind kind) {
        Bench run = run(kind, ExecutorKind.PERSON);

        assertThat(refused(run.in(handsIn(run.call("a"), Proof.KEY, Bench.succeeded("done", null)))))
                .isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void review_of_a_person_comes_to_pass_or_to_changes_with_findings() {
        Bench run = run(ExecutorKind.PERSON, ExecutorKind.PERSON);
        run.done("a");
        OpenCall review = run.review("a", "security");
        Finding must = new Finding(Severity.HIGH, null, null, "A key is in the log.", true);

        for (Outcome unclear : List.of(
                Bench.succeeded("no, reject this", null),
                Bench.succeeded("changes", new Verdict(Verdict.Decision.CHANGES, List.of())),
                Bench.succeeded("pass", new Verdict(Verdict.Decision.PASS, List.of(must))),
                new Outcome.Cancelled("later", dev.muster.agent.executor.Usage.UNKNOWN))) {
            assertThat(run.in(handsIn(review, Proof.KEY, unclear)))
                    .isInstanceOfSatisfying(Acceptance.Refused.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(Kind.INVALID);
                        assertThat(refused.message()).contains("`pass`", "`changes`");
                    });
        }
        run.in(handsIn(review, Proof.KEY, PASSES));

        assertThat(run.events(RunEvent.VerdictGiven.class)).singleElement().satisfies(given -> {
            assertThat(given.passed()).isTrue();
            assertThat(given.by()).isEqualTo("eve");
            assertThat(given.why()).isEqualTo("so");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ExecutorKind.class,
            names = {"INSIDE", "WORKER"})
    void hard_review_of_a_person_is_no_programs_to_pass(ExecutorKind kind) {
        Bench run = run(kind, ExecutorKind.PERSON);
        run.done("a");
        OpenCall review = run.review("a", "security");

        assertThat(refused(run.in(handsIn(review, Proof.NONE, PASSES)))).isEqualTo(Kind.UNPROVEN);
        assertThat(refused(run.in(handsIn(review, Proof.STARTER, PASSES)))).isEqualTo(Kind.UNPROVEN);
        assertThat(run.in(handsIn(review, Proof.TERMINAL, PASSES))).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void run_without_programs_asks_nobody_for_a_proof() {
        for (ExecutorKind kind : List.of(ExecutorKind.PERSON, ExecutorKind.REHEARSED)) {
            Bench run = run(kind, ExecutorKind.PERSON);
            run.done("a");

            assertThat(run.in(handsIn(run.review("a", "security"), Proof.NONE, PASSES)))
                    .isInstanceOf(Acceptance.Accepted.class);
        }
    }

    private static Acceptance says(Bench run, String answer, Proof proof) {
        return run.in(new Input.Answer(run.asked().askId(), answer, "bob", "so", proof));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-round", "by-hand"})
    void rounds_of_a_hard_review_are_no_programs_to_raise(String answer) {
        Bench run = run(ExecutorKind.INSIDE, ExecutorKind.INSIDE);
        run.done("a");
        run.wants("a", "security", "A key is in the log.");

        assertThat(refused(says(run, answer, Proof.NONE))).isEqualTo(Kind.UNPROVEN);
        assertThat(refused(says(run, answer, Proof.STARTER))).isEqualTo(Kind.UNPROVEN);
        assertThat(run.events(RunEvent.LimitRaised.class)).isEmpty();
        assertThat(says(run, answer, Proof.KEY)).isInstanceOf(Acceptance.Accepted.class);
    }

    private static Bench soft() {
        return new Bench(PlanOf.phases(
                phase("Build", step("a").reviewed("code", ReviewLevel.SOFT, 1).done())));
    }

    @Test
    void override_is_no_programs_to_want_nor_to_agree_to() {
        Bench run = soft();
        run.done("a");

        assertThat(refused(run.in(new Input.Override("a", "code", "ann", "hurry", Proof.NONE))))
                .isEqualTo(Kind.UNPROVEN);
        run.in(new Input.Override("a", "code", "ann", "hurry", Proof.KEY));
        assertThat(refused(says(run, "approve", Proof.NONE))).isEqualTo(Kind.UNPROVEN);
        assertThat(refused(run.in(new Input.Answer(run.asked().askId(), "approve", " ANN", "so", Proof.KEY))))
                .as("whoever wants it is the same person however the name is spelled")
                .isEqualTo(Kind.NOT_ALLOWED);
        assertThat(says(run, "refuse", Proof.NONE))
                .as("what holds work back passes nothing")
                .isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void soft_review_that_took_place_is_overridden_by_whoever_started_the_run() {
        Bench run = soft();
        run.done("a");
        run.wants("a", "code", "The name is wrong.");

        assertThat(run.asked().usual()).isEqualTo("override");
        assertThat(refused(says(run, "override", Proof.NONE))).isEqualTo(Kind.UNPROVEN);
        assertThat(says(run, "override", Proof.STARTER)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void soft_review_that_never_took_place_has_nothing_usual_and_is_no_defaults_to_pass() {
        Bench run = soft();
        run.done("a");
        while (run.state().asks().isEmpty()) {
            if (run.atWork().isEmpty()) {
                run.wake();
            } else {
                OpenCall review = run.review("a", "code");
                run.ends(review, Bench.succeeded("looked at it", null));
            }
        }

        assertThat(run.asked().usual()).isNull();
        assertThat(refused(says(run, "override", Proof.STARTER))).isEqualTo(Kind.UNPROVEN);
        assertThat(refused(run.in(new Input.Answer(run.asked().askId(), "override", "bob", "…", Proof.KEY))))
                .as("a reason that was not written is none")
                .isEqualTo(Kind.INVALID);
        assertThat(says(run, "override", Proof.KEY)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(dev.muster.run.report.RunReport.of(run.brief(), run.log()).reviews())
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.result()).isEqualTo("not-reviewed");
                    assertThat(review.by()).isEqualTo("bob");
                    assertThat(review.why()).isEqualTo("so");
                });
    }

    @Test
    void phase_with_a_hard_review_is_no_programs_to_leave_out() {
        Bench run = new Bench(PlanOf.phases(
                phase("Build", step("a").done()),
                optional(phase(
                        "Secure",
                        step("b", "a").reviewed("security", ReviewLevel.HARD, 1).done()))));
        run.done("a");

        assertThat(refused(says(run, "no", Proof.NONE))).isEqualTo(Kind.UNPROVEN);
        assertThat(says(run, "yes", Proof.NONE)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void answer_that_raises_a_limit_is_no_programs() {
        Bench run = new Bench(PlanOf.phases(phase("Build", step("a").done())));
        while (run.state().asks().isEmpty()) {
            if (run.atWork().isEmpty()) {
                run.wake();
            } else {
                run.fails("a", true);
            }
        }

        assertThat(refused(says(run, "try-again", Proof.NONE))).isEqualTo(Kind.UNPROVEN);
        assertThat(run.events(RunEvent.LimitRaised.class)).isEmpty();
        assertThat(says(run, "try-again", Proof.TERMINAL)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(run.events(RunEvent.LimitRaised.class)).hasSize(1);
    }

    @Test
    void events_of_earlier_versions_are_read_and_keep_their_bytes() {
        for (String json : List.of(
                "{\"type\":\"attempt-finished\",\"step\":\"a\",\"key\":\"k\",\"fence\":1,\"outcome\":{\"type\":\"cancelled\",\"why\":\"late\",\"usage\":{}}}",
                "{\"type\":\"attempt-claimed\",\"step\":\"a\",\"key\":\"k\",\"fence\":1,\"worker\":\"w1\",\"dueBy\":\"2026-01-05T08:15:00Z\"}",
                "{\"type\":\"verdict-given\",\"step\":\"a\",\"gate\":\"code\",\"level\":\"soft\",\"round\":1,\"verdict\":{\"decision\":\"pass\",\"findings\":[]},\"passed\":true,\"conditions\":[]}",
                "{\"type\":\"person-answered\",\"askId\":\"ask-1\",\"answer\":\"yes\",\"by\":\"ann\",\"why\":\"\"}")) {
            assertThat(RunJson.write(RunJson.read(json))).isEqualTo(json);
        }
    }
}
