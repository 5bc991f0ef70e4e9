package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.order.Subjects;
import dev.muster.run.report.Audit;
import dev.muster.run.state.OpenCall;
import dev.muster.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine does with runs, whichever database they are in. */
abstract class EngineBehaviour {
    private static final Duration SOON = Duration.ofSeconds(20);

    final TestDatabase database;
    private final List<DurableEngine> open = new ArrayList<>();

    EngineBehaviour(TestDatabase database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        open.forEach(DurableEngine::close);
        database.close();
    }

    DurableEngine process(String name, Workplace workplace) {
        return process(name, workplace, database, Clock.systemUTC());
    }

    DurableEngine process(String name, Workplace workplace, TestDatabase its, InstantSource clock) {
        DurableEngine engine = its.engine(name, workplace, clock);
        engine.open();
        open.add(engine);
        return engine;
    }

    static Assigned by(String executor) {
        ExecutorKind kind = switch (executor) {
            case "here" -> ExecutorKind.INSIDE;
            case "afar" -> ExecutorKind.WORKER;
            case "team" -> ExecutorKind.PERSON;
            default -> ExecutorKind.REHEARSED;
        };
        return new Assigned(executor, kind, 30);
    }

    RunBrief brief(String runId, Plan plan, Assigned worker) {
        database.save(plan);
        RunMode mode = worker.kind() == ExecutorKind.REHEARSED ? RunMode.REHEARSAL : RunMode.REAL;
        return new RunBrief(runId, plan, "hash", mode, "ada", Map.of("worker", worker), 1, null);
    }

    RunBrief start(DurableEngine engine, Plan plan, String executor) {
        RunBrief brief = brief("r-" + plan.id(), plan, by(executor));
        engine.start(brief);
        return brief;
    }

    RunHead head(String runId) {
        return Objects.requireNonNull(database.runs().head(runId));
    }

    List<RunEvent> events(String runId) {
        return database.runs().events(runId, 0, 10_000).stream()
                .map(Logged::event)
                .toList();
    }

    <T extends RunEvent> List<T> events(String runId, Class<T> type) {
        return events(runId).stream().filter(type::isInstance).map(type::cast).toList();
    }

    void awaitStatus(DurableEngine engine, String runId, RunStatus status) {
        long end = System.nanoTime() + SOON.toNanos();
        RunHead head = head(runId);
        while (head.status() != status && System.nanoTime() < end) {
            engine.awaitEvents(runId, head.end().seq(), Duration.ofSeconds(1));
            head = head(runId);
        }
        assertThat(head.status()).as("%s: %s", runId, events(runId)).isEqualTo(status);
    }

    <T extends RunEvent> T awaitEvent(DurableEngine engine, String runId, Class<T> type) {
        long end = System.nanoTime() + SOON.toNanos();
        while (events(runId, type).isEmpty() && System.nanoTime() < end) {
            engine.awaitEvents(runId, head(runId).end().seq(), Duration.ofSeconds(1));
        }
        return events(runId, type).getFirst();
    }

    void assertSound(String runId) {
        assertThat(Audit.verify(
                        runId,
                        database.runs().events(runId, 0, 100_000),
                        head(runId).end()))
                .isEmpty();
    }

    @Test
    void steps_are_done_one_after_another() {
        DurableEngine engine = process("a", TestWorkplace.quick());

        String run = start(engine, EnginePlans.chain("p", 5), "here").runId();

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(events(run, RunEvent.AttemptStarted.class))
                .extracting(RunEvent.AttemptStarted::step)
                .containsExactly("s1", "s2", "s3", "s4", "s5");
        assertThat(events(run, RunEvent.AttemptFinished.class)).hasSize(5);
        assertSound(run);
    }

    @Test
    void steps_side_by_side_are_as_many_as_the_plan_allows() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine engine = process("a", workplace.workplace);
        String run = start(engine, EnginePlans.parallel("p", 5, 3), "here").runId();

        List<TestWorkplace.Ongoing> first = List.of(workplace.next(), workplace.next(), workplace.next());
        assertThat(workplace.calledNobody()).isTrue();
        first.forEach(call -> call.listener.finished(TestWorkplace.done("ok")));
        workplace.next().listener.finished(TestWorkplace.done("ok"));
        workplace.next().listener.finished(TestWorkplace.done("ok"));

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertSound(run);
    }

    @Test
    void person_who_is_waited_for_is_in_the_inbox_and_brings_the_run_on() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 2), "team").runId();
        awaitStatus(engine, run, RunStatus.WAITING);

        List<Waiting.Asked> asked = database.runs().inbox(run, 10);
        assertThat(asked).extracting(Waiting.Asked::id).containsExactly(key(run, "s1"));
        Acceptance given = engine.give(run, byHand(key(run, "s1")));

        assertThat(given).isInstanceOf(Acceptance.Accepted.class);
        assertThat(awaitNext(engine, run, key(run, "s2"))).isTrue();
        engine.give(run, byHand(key(run, "s2")));
        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(database.runs().inbox(null, 10)).isEmpty();
        assertSound(run);
    }

    private static Input.FromOutside byHand(String key) {
        return new Input.HandedIn(key, "ann", "", Proof.KEY, TestWorkplace.done("by hand"));
    }

    static Claimant claimant(String worker, Duration lease) {
        return new Claimant(worker, "claim of " + worker, Proof.KEY, lease);
    }

    private static String key(String run, String step) {
        return "p/1/" + run + "/" + step + "/1/1";
    }

    private boolean awaitNext(DurableEngine engine, String run, String key) {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            long seq = head(run).end().seq();
            if (database.runs().inbox(run, 10).stream()
                    .anyMatch(asked -> asked.id().equals(key))) {
                return true;
            }
            engine.awaitEvents(run, seq, Duration.ofSeconds(1));
        }
        return false;
    }

    @Test
    void what_is_given_twice_counts_once() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 2), "team").runId();
        awaitStatus(engine, run, RunStatus.WAITING);
        Input.FromOutside result = byHand(key(run, "s1"));

        assertThat(engine.give(run, result)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(engine.give(run, result)).isInstanceOf(Acceptance.Refused.class);

        assertThat(events(run, RunEvent.AttemptFinished.class)).hasSize(1);
    }

    @Test
    void run_that_is_not_there_takes_nothing() {
        DurableEngine engine = process("a", TestWorkplace.quick());

        assertThat(engine.give("nowhere", new Input.Cancel("ada", "no")))
                .isEqualTo(new Acceptance.Refused(Acceptance.Kind.UNKNOWN, "There is no run nowhere."));
        assertThat(engine.state("nowhere")).isNull();
    }

    @Test
    void cancelled_run_stops_what_is_at_work_in_another_process_within_two_seconds() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine at = process("a", workplace.workplace);
        String run = start(at, EnginePlans.chain("p", 2), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();

        DurableEngine other = database.engine("b", TestWorkplace.quick(), Clock.systemUTC());
        long from = System.nanoTime();
        other.give(run, new Input.Cancel("ada", "changed my mind"));

        assertThat(call.cancelled.take()).isNotBlank();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
        awaitStatus(at, run, RunStatus.CANCELLED);
        assertSound(run);
    }

    @Test
    void run_of_a_process_that_is_gone_is_taken_over_and_its_call_given_out_again() throws InterruptedException {
        TestDatabase its = database.elsewhere();
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine gone = process("gone", workplace.workplace, its, Clock.systemUTC());
        String run = start(gone, EnginePlans.chain("p", 2), "here").runId();
        Assignment before = workplace.next().assignment;
        its.close();

        TestWorkplace.Silent others = new TestWorkplace.Silent();
        DurableEngine other = process("b", others.workplace);
        TestWorkplace.Ongoing again = others.next();

        assertThat(again.assignment.id().key()).isEqualTo(before.id().key());
        assertThat(again.assignment.id().fence()).isEqualTo(before.id().fence() + 1);
        again.listener.finished(TestWorkplace.done("ok"));
        others.next().listener.finished(TestWorkplace.done("ok"));
        awaitStatus(other, run, RunStatus.COMPLETED);
        assertSound(run);
    }

    @Test
    void process_that_lost_the_run_stops_its_work_and_appends_nothing() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine engine = process("a", workplace.workplace);
        String run = start(engine, EnginePlans.chain("p", 1), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();

        database.runs().take(run); // as another process does that took this one for dead
        long events = head(run).end().seq();

        assertThat(call.cancelled.take()).isNotBlank();
        assertThat(head(run).end().seq()).isEqualTo(events);
    }

    @Test
    void process_that_is_told_to_stop_hands_over_at_once() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine stopping = process("a", workplace.workplace, database.elsewhere(), Clock.systemUTC());
        String run = start(stopping, EnginePlans.chain("p", 1), "here").runId();
        TestWorkplace.Ongoing call = workplace.next();
        DurableEngine other = process("b", TestWorkplace.quick());

        long from = System.nanoTime();
        open.remove(stopping);
        stopping.close();

        assertThat(call.cancelled).isNotEmpty();
        awaitStatus(other, run, RunStatus.COMPLETED);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
        assertThat(events(run, RunEvent.AttemptRedelivered.class)).hasSize(1);
        assertSound(run);
    }

    @Test
    void result_that_arrives_with_the_stop_is_kept() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        DurableEngine first = database.engine(
                "a",
                new TestWorkplace(
                        (_, listener) -> {
                            called.countDown();
                            return _ -> listener.finished(TestWorkplace.done("just in time"));
                        },
                        _ -> CheckResult.Status.PASSED),
                Clock.systemUTC());
        first.open();
        String run = start(first, EnginePlans.chain("p", 2), "here").runId();
        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();

        first.close();

        assertThat(events(run, RunEvent.AttemptFinished.class)).hasSize(1);
        DurableEngine second = process("b", TestWorkplace.quick());
        awaitStatus(second, run, RunStatus.COMPLETED);
        assertThat(events(run, RunEvent.AttemptFinished.class)).hasSize(2);
        assertThat(events(run, RunEvent.AttemptRedelivered.class)).isEmpty();
        assertSound(run);
    }

    @Test
    void process_that_carries_its_own_runs_leaves_those_of_others_alone() {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine first = database.engine("a", workplace.workplace, Clock.systemUTC());
        open.add(first);
        first.openForOwn();
        DurableEngine second = database.engine("b", TestWorkplace.quick(), Clock.systemUTC());
        open.add(second);
        String run = start(second, EnginePlans.chain("p", 2), "here").runId();
        first.awaitEvents(run, 0, Duration.ofSeconds(2)); // time enough for the first to look for work, twice

        second.openForOwn();

        awaitStatus(second, run, RunStatus.COMPLETED);
        assertThat(workplace.calledNobody()).isTrue();
    }

    @Test
    void run_whose_process_was_ended_is_left_until_another_has_it() {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine first = database.engine("a", workplace.workplace, Clock.systemUTC());
        first.openForOwn();
        DurableEngine second = database.engine("b", TestWorkplace.quick(), Clock.systemUTC());
        open.add(second);
        String run = start(first, EnginePlans.chain("p", 2), "here").runId();
        first.awaitEvents(run, 1, SOON);
        boolean whileAtWork = second.isLeft(head(run));

        first.close();

        assertThat(whileAtWork).isFalse();
        assertThat(head(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(second.isLeft(head(run))).isTrue();
        second.openForOwn();
        second.resume(run);
        awaitStatus(second, run, RunStatus.COMPLETED);
        assertThat(second.isLeft(head(run))).isFalse();
    }

    @Test
    void run_that_was_just_started_is_not_left_though_nobody_has_it_yet() {
        DurableEngine engine = database.engine("a", TestWorkplace.quick(), Clock.systemUTC());
        open.add(engine);
        String before = start(engine, EnginePlans.chain("p", 1), "here").runId();

        assertThat(engine.isLeft(head(before))).isTrue();
        engine.openForOwn();
        assertThat(engine.isLeft(head(before))).isFalse();
    }

    @Test
    void run_that_waits_for_a_worker_is_not_left_and_its_events_are_not_read_to_see_that() {
        DurableEngine first = database.engine("a", TestWorkplace.quick(), Clock.systemUTC());
        first.openForOwn();
        String run = start(first, EnginePlans.chain("p", 2), "afar").runId();
        awaitEvent(first, run, RunEvent.AttemptStarted.class);
        first.close();

        database.lose("run_events");

        assertThat(head(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(first.isLeft(head(run))).isFalse();
    }

    @Test
    void run_that_was_left_is_told_as_that_without_reading_its_events() {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine first = database.engine("a", workplace.workplace, Clock.systemUTC());
        first.openForOwn();
        String run = start(first, EnginePlans.chain("p", 2), "here").runId();
        awaitEvent(first, run, RunEvent.AttemptStarted.class);
        first.close();
        database.lose("run_events");
        database.lose("plans");

        assertThat(database.engine("b", TestWorkplace.quick(), Clock.systemUTC())
                        .isLeft(head(run)))
                .isTrue();
    }

    @Test
    void what_a_person_is_asked_about_is_kept_beside_what_is_asked() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 2), "team").runId();
        awaitStatus(engine, run, RunStatus.WAITING);

        Waiting.Asked asked = database.runs().inbox(run, 10).getFirst();

        assertThat(asked.subject())
                .isNotNull()
                .isEqualTo(Subjects.of(Objects.requireNonNull(engine.state(run)), asked.asked()));
    }

    @Test
    void run_that_waits_for_a_person_is_not_left() {
        DurableEngine first = database.engine("a", TestWorkplace.quick(), Clock.systemUTC());
        first.openForOwn();
        String run = start(first, EnginePlans.chain("p", 2), "team").runId();
        awaitStatus(first, run, RunStatus.WAITING);

        first.close();

        assertThat(first.isLeft(head(run))).isFalse();
    }

    @Test
    void secret_is_in_no_event_whoever_said_it() {
        DurableEngine engine = process(
                "a",
                new TestWorkplace(
                        (_, listener) -> {
                            listener.progress("has planted-value-42");
                            listener.finished(TestWorkplace.done("has planted-value-42"));
                            return _ -> {};
                        },
                        _ -> CheckResult.Status.PASSED));
        String run = start(engine, EnginePlans.chain("p", 1), "here").runId();
        awaitStatus(engine, run, RunStatus.COMPLETED);
        engine.give(run, new Input.Cancel("ann", "planted-value-42"));

        assertThat(database.runs().events(run, 0, 1_000).toString())
                .contains("[masked: SHOP]")
                .doesNotContain("planted-value-42");
    }

    @Test
    void worker_fetches_a_call_and_hands_in_its_result() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 1), "afar").runId();

        Claim claim = Objects.requireNonNull(
                engine.claim(List.of("other", "afar"), claimant("w1", Duration.ofMinutes(1)), SOON));
        assertThat(claim.assignment().id().step()).isEqualTo("s1");
        assertThat(engine.claim(List.of("afar"), claimant("w2", Duration.ofMinutes(1)), Duration.ZERO))
                .isNull();
        assertThat(engine.renew(key(run, "s1"), "w1", 1, Duration.ofMinutes(1))).isTrue();
        engine.give(run, new Input.WorkerResult(key(run, "s1"), 1, "claim of w1", TestWorkplace.done("from afar")));

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(engine.renew(key(run, "s1"), "w1", 1, Duration.ofMinutes(1))).isFalse();
        assertSound(run);
    }

    @Test
    void time_of_a_workers_call_counts_from_the_claim_and_a_later_worker_has_what_is_left() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 1), "afar").runId();
        Instant queued = dueBy(awaitOpen(engine, run));
        assertThat(queued).isCloseTo(Instant.now().plus(Duration.ofMinutes(600)), within(1, ChronoUnit.MINUTES));

        Objects.requireNonNull(engine.claim(List.of("afar"), claimant("w1", Duration.ofMillis(1)), SOON));
        Instant first = dueBy(awaitOpen(engine, run));
        Objects.requireNonNull(engine.claim(List.of("afar"), claimant("w2", Duration.ofMinutes(1)), SOON));

        assertThat(first).isCloseTo(Instant.now().plus(Duration.ofMinutes(30)), within(1, ChronoUnit.MINUTES));
        assertThat(dueBy(awaitOpen(engine, run))).isEqualTo(first);
        assertThat(events(run, RunEvent.AttemptClaimed.class))
                .extracting(RunEvent.AttemptClaimed::worker, RunEvent.AttemptClaimed::fence)
                .containsExactly(tuple("w1", 1L), tuple("w2", 2L));
        engine.give(run, new Input.WorkerResult(key(run, "s1"), 2, "claim of w2", TestWorkplace.done("in time")));
        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertSound(run);
    }

    private OpenCall awaitOpen(DurableEngine engine, String run) {
        awaitEvent(engine, run, RunEvent.AttemptStarted.class);
        return Objects.requireNonNull(engine.state(run)).openCalls().getFirst();
    }

    private static Instant dueBy(OpenCall call) {
        return Objects.requireNonNull(call.dueBy());
    }

    @Test
    void call_whose_lease_ran_out_is_another_workers() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        String run = start(engine, EnginePlans.chain("p", 1), "afar").runId();
        Objects.requireNonNull(engine.claim(List.of("afar"), claimant("w1", Duration.ofMillis(1)), SOON));

        Claim again =
                Objects.requireNonNull(engine.claim(List.of("afar"), claimant("w2", Duration.ofMinutes(1)), SOON));

        assertThat(again.assignment().id().fence()).isEqualTo(2);
        assertThat(again.assignment().id().key()).isEqualTo(key(run, "s1"));
        assertThat(engine.renew(key(run, "s1"), "w1", 1, Duration.ofMinutes(1))).isFalse();
        assertThat(engine.give(
                        run, new Input.WorkerResult(key(run, "s1"), 1, "claim of w1", TestWorkplace.done("late"))))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Acceptance.Kind.STALE));
        engine.give(run, new Input.WorkerResult(key(run, "s1"), 2, "claim of w2", TestWorkplace.done("in time")));
        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertSound(run);
    }

    @Test
    void rehearsal_takes_no_time_and_says_how_long_it_would_have_taken() {
        DurableEngine engine = process("a", TestWorkplace.quick());

        String run = start(engine, EnginePlans.chain("p", 3), "made-up").runId();

        awaitStatus(engine, run, RunStatus.COMPLETED);
        List<Logged> log = database.runs().events(run, 0, 1000);
        assertThat(Duration.between(log.getFirst().at(), log.getLast().at())).isEqualTo(Duration.ofMinutes(30));
        assertThat(log.getFirst().at()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertSound(run);
    }

    @Test
    void check_that_fails_brings_a_rework() {
        List<CheckResult.Status> results =
                new ArrayList<>(List.of(CheckResult.Status.FAILED, CheckResult.Status.PASSED));
        DurableEngine engine = process("a", TestWorkplace.quick(_ -> results.removeFirst()));
        Plan plan = EnginePlans.of(
                "p",
                EnginePlans.step("s1", "worker", List.of(), List.of(EnginePlans.check("mvn", "verify")), List.of()));

        String run = start(engine, plan, "here").runId();

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(events(run, RunEvent.ReworkOrdered.class)).hasSize(1);
        assertSound(run);
    }

    @Test
    void agent_that_this_process_cannot_call_is_a_failure_that_says_so() {
        DurableEngine engine = process("a", TestWorkplace.quick());
        Plan plan = EnginePlans.chain("p", 1);
        RunBrief brief = brief("r", plan, new Assigned("unknown", ExecutorKind.INSIDE, 30));

        engine.start(brief);

        Outcome outcome =
                awaitEvent(engine, "r", RunEvent.AttemptFinished.class).outcome();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).isEqualTo("There is no executor unknown."));
    }

    @Test
    void what_an_agent_tells_on_its_way_is_kept() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        DurableEngine engine = process("a", workplace.workplace);
        String run = start(engine, EnginePlans.chain("p", 1), "here").runId();

        TestWorkplace.Ongoing call = workplace.next();
        call.listener.progress("reading");
        RunEvent.AttemptProgressed told = awaitEvent(engine, run, RunEvent.AttemptProgressed.class);

        assertThat(told.text()).isEqualTo("reading");
        call.listener.finished(TestWorkplace.done("ok"));
        awaitStatus(engine, run, RunStatus.COMPLETED);
    }

    @Test
    void clock_that_goes_back_does_not_take_the_run_back() throws InterruptedException {
        TestWorkplace.Silent workplace = new TestWorkplace.Silent();
        Instant[] now = {Instant.now()};
        DurableEngine engine = process("a", workplace.workplace, database, () -> now[0]);
        String run = start(engine, EnginePlans.chain("p", 2), "here").runId();
        TestWorkplace.Ongoing first = workplace.next();

        now[0] = now[0].minus(Duration.ofHours(1));
        first.listener.finished(TestWorkplace.done("ok"));
        workplace.next().listener.finished(TestWorkplace.done("ok"));

        awaitStatus(engine, run, RunStatus.COMPLETED);
        assertThat(database.runs().events(run, 0, 100)).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }
}
