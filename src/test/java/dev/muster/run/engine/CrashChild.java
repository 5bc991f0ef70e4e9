package dev.muster.run.engine;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.plan.Limits;
import dev.muster.plan.OnFailure;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Severity;
import dev.muster.run.accept.Input;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A process that carries out runs until it is killed: it starts one of its own, goes on with whatever others left, and plays the
 * person who is asked. In a journal it notes each call that it makes and how far it has seen each log.
 */
final class CrashChild {
    private static final int STEPS = 30;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final FileChannel journal;
    private final TestDatabase database;
    private final DurableEngine engine;

    private CrashChild(String url, Path journal) throws IOException {
        this.journal = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.database = TestDatabase.at(url);
        this.engine = database.engine(
                ProcessHandle.current().pid() + "-" + System.nanoTime(),
                new TestWorkplace(this::call, this::check),
                Clock.systemUTC());
    }

    public static void main(String[] args) throws IOException {
        CrashChild child = new CrashChild(args[0], Path.of(args[1]));
        child.engine.open();
        Runtime.getRuntime().addShutdownHook(new Thread(child.engine::close));
        child.start(args[2]);
        System.out.println("ready");
        while (true) {
            child.look();
        }
    }

    private void start(String runId) {
        Plan plan = plan("p-" + runId);
        database.save(plan);
        Assigned here = new Assigned("here", ExecutorKind.INSIDE, 30);
        engine.start(new RunBrief(
                runId,
                plan,
                "hash",
                RunMode.REAL,
                "ada",
                Map.of("worker", here, "reviewer", here, "person", new Assigned("team", ExecutorKind.PERSON, null)),
                runId.hashCode(),
                null));
    }

    /** Thirty steps: every third is reviewed, every fourth is checked, one is a person's. */
    private static Plan plan(String id) {
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            List<Plan.Check> checks = i % 4 == 0
                    ? List.of(new Plan.Check(List.of("check", "s" + i), OnFailure.REWORK, List.of()))
                    : List.of();
            List<Plan.ReviewGate> reviews = i % 3 == 0
                    ? List.of(new Plan.ReviewGate("code", "reviewer", ReviewLevel.HARD, 3, List.of()))
                    : List.of();
            List<String> after = i <= 2 ? List.of() : List.of("s" + (i - 2));
            steps.add(EnginePlans.step("s" + i, i == 15 ? "person" : "worker", after, checks, reviews));
        }
        return EnginePlans.plan(id, new Limits(100, 4, 3, 3, 600, 100), PhaseMode.SEQUENTIAL, steps);
    }

    /** Answers what people are asked, and notes how far each log is. */
    private void look() {
        for (RunHead head : database.runs().list(100, null)) {
            note("seen %s %d %s"
                    .formatted(head.runId(), head.end().seq(), head.end().hash()));
        }
        for (Waiting.Asked asked : database.runs().inbox(null, 100)) {
            if (asked.asked() instanceof RunEvent.AttemptStarted) {
                engine.give(
                        asked.runId(),
                        new Input.HandedIn(asked.id(), "bob", "", Proof.KEY, TestWorkplace.done("by hand")));
            } else if (asked.asked() instanceof RunEvent.PersonAsked question) {
                String answer = Objects.requireNonNullElse(question.usual(), "yes");
                engine.give(asked.runId(), new Input.Answer(asked.id(), answer, "bob", "fine", Proof.KEY));
            }
        }
        engine.claim(List.of(), new Claimant("nobody", "", Proof.NONE, Duration.ZERO), Duration.ofMillis(50));
    }

    private void note(String line) {
        try {
            journal.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Call call(Assignment assignment, Listener listener) {
        note("call %s %d".formatted(assignment.id().key(), assignment.id().fence()));
        LATER.execute(() -> listener.finished(outcome(assignment)));
        return why -> listener.finished(new Outcome.Cancelled(why, Usage.UNKNOWN));
    }

    /** What comes of it depends on what it is, so that it is the same whoever does it. */
    private static Outcome outcome(Assignment assignment) {
        boolean wantsMore =
                assignment.purpose() == Purpose.REVIEW && assignment.id().round() == 1;
        Finding finding = new Finding(Severity.HIGH, "a.txt", 1, "Say why.", true);
        return TestWorkplace.judged(
                "done",
                wantsMore
                        ? new Verdict(Verdict.Decision.CHANGES, List.of(finding))
                        : new Verdict(Verdict.Decision.PASS, List.of()));
    }

    private CheckResult.Status check(CheckOrder order) {
        note("check " + order.key());
        return order.key().contains("/s8/1/") ? CheckResult.Status.FAILED : CheckResult.Status.PASSED;
    }
}
