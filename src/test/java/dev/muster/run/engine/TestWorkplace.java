package dev.muster.run.engine;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.CallAllowance;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Checks;
import dev.muster.agent.executor.Executor;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.secret.Masking;
import dev.muster.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Executors that say what a test wants them to say, in folders that nobody looks into. */
public final class TestWorkplace implements Workplace {
    private static final AgentFile AGENT = Objects.requireNonNull(
            AgentFile.read("backend/worker.md", "---\nname: worker\ndescription: Works.\n---\nWork.\n"));

    static final Masking MASKING = Masking.of(List.of(new Secret("SHOP", "planted-value-42")));

    private final Executor inside;
    private final Function<CheckOrder, CheckResult.Status> check;

    public TestWorkplace(Executor inside, Function<CheckOrder, CheckResult.Status> check) {
        this.inside = inside;
        this.check = check;
    }

    /** All is done at once, and all reviewers are content. */
    public static TestWorkplace quick() {
        return quick(_ -> CheckResult.Status.PASSED);
    }

    static TestWorkplace quick(Function<CheckOrder, CheckResult.Status> check) {
        return new TestWorkplace(
                (_, listener) -> {
                    listener.finished(done("done"));
                    return _ -> {};
                },
                check);
    }

    static Outcome done(String summary) {
        return judged(summary, new Verdict(Verdict.Decision.PASS, List.of()));
    }

    static Outcome judged(String summary, Verdict verdict) {
        return new Outcome.Succeeded(
                summary,
                "",
                List.of(),
                List.of(),
                verdict,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Usage.UNKNOWN,
                null,
                false);
    }

    /** Those who answer only when a test says so. */
    static final class Silent implements Executor {
        private final BlockingQueue<Ongoing> ongoing = new LinkedBlockingQueue<>();
        final TestWorkplace workplace = new TestWorkplace(this, _ -> CheckResult.Status.PASSED);

        @Override
        public Call start(Assignment assignment, Listener listener) {
            Ongoing call = new Ongoing(assignment, listener);
            ongoing.add(call);
            return call;
        }

        Ongoing next() throws InterruptedException {
            return Objects.requireNonNull(ongoing.poll(10, TimeUnit.SECONDS), "Nobody was called.");
        }

        boolean calledNobody() {
            return ongoing.isEmpty();
        }
    }

    /** A call that is at work. */
    static final class Ongoing implements Call {
        final Assignment assignment;
        final Listener listener;
        final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

        Ongoing(Assignment assignment, Listener listener) {
            this.assignment = assignment;
            this.listener = listener;
        }

        @Override
        public void cancel(String why) {
            cancelled.add(why);
            listener.finished(new Outcome.Cancelled(why, Usage.UNKNOWN));
        }
    }

    @Override
    public Masking masking() {
        return MASKING;
    }

    @Override
    public CallMethod how(String executor) {
        return switch (executor) {
            case "here" -> new CallMethod.Inside(executor, inside);
            case "afar" -> new CallMethod.Worker(executor, Duration.ofSeconds(60));
            case "team" -> new CallMethod.Person(executor);
            case "made-up" -> new CallMethod.Rehearsed(executor, rehearsal());
            default -> throw new CannotWork("There is no executor " + executor + ".");
        };
    }

    @Override
    public Assignment assignment(RunState state, OpenCall call) {
        return new Assignment(
                new AttemptId(
                        state.brief().runId(),
                        state.brief().plan().id(),
                        1,
                        call.step(),
                        call.round(),
                        call.attempt(),
                        call.key(),
                        call.fence()),
                call.purpose(),
                call.gate(),
                AGENT,
                state.brief().plan().task(),
                "Do it.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("."),
                Path.of("."),
                new CallAllowance(Duration.ofMinutes(30), null),
                null);
    }

    @Override
    public CheckOrder order(RunState state, OpenCheck check, long fence) {
        return new CheckOrder(
                check.key(), check.place(state.brief()), fence, check.command(), Path.of("."), Duration.ofMinutes(1));
    }

    @Override
    public Checks checks() {
        return (order, finished) -> {
            finished.accept(result(order, check.apply(order), false));
            return _ -> {};
        };
    }

    private static CheckResult result(CheckOrder order, CheckResult.Status status, boolean rehearsed) {
        return new CheckResult(order.command(), status, 0, "", status.toString(), 1, rehearsed);
    }

    @Override
    public Rehearsal rehearsal() {
        return new Rehearsal() {
            @Override
            public Played<Outcome> play(Assignment assignment, long seed) {
                return new Played<>(done("rehearsed"), Duration.ofMinutes(10));
            }

            @Override
            public Played<CheckResult> play(CheckOrder order, long seed) {
                return new Played<>(result(order, CheckResult.Status.PASSED, true), Duration.ofMinutes(1));
            }
        };
    }
}
