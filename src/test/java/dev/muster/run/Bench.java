package dev.muster.run;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.Severity;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Accepting;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.Decision;
import dev.muster.run.decide.Decisions;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.Chain;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.Ask;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run on the bench: what comes in is said by the test, time too, and every event is kept. */
public final class Bench {
    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final RunBrief brief;
    private final Deciding deciding;
    private final List<Logged> log = new ArrayList<>();
    private Chain chain;
    private RunState state;
    private Instant now = START;
    private @Nullable Instant wakeAt;

    public Bench(Plan plan) {
        this(brief(plan), new PlannedDecisions());
    }

    public Bench(RunBrief brief, Decisions decisions) {
        this.brief = brief;
        deciding = new Deciding(decisions);
        chain = Chain.of(brief.runId());
        state = RunState.of(brief);
        decide();
    }

    static RunBrief brief(Plan plan) {
        return brief(plan, ExecutorKind.INSIDE);
    }

    static RunBrief brief(Plan plan, ExecutorKind kind) {
        Map<String, Assigned> executors = new HashMap<>();
        Route.of(plan).steps().forEach(stop -> {
            executors.put(stop.agent(), new Assigned("claude", kind, 30));
            stop.gates().forEach(gate -> executors.put(gate.agent(), new Assigned("claude", kind, 30)));
        });
        return new RunBrief("r1", plan, Sha256.of("plan"), RunMode.REAL, "ann", executors, 42, null);
    }

    /** Lets something in, decides, and says whether it was refused. */
    public Acceptance in(Input input) {
        Acceptance acceptance = Accepting.accept(state, input, now);
        if (acceptance instanceof Acceptance.Accepted accepted) {
            keep(accepted.events(), accepted.state());
            decide();
        }
        return acceptance;
    }

    void decide() {
        Decision decision = deciding.next(state, now);
        keep(decision.events(), decision.state());
        wakeAt = decision.wakeAt();
    }

    private void keep(List<RunEvent> events, RunState after) {
        List<Logged> more = chain.log(now, events);
        log.addAll(more);
        if (!more.isEmpty()) {
            chain = chain.with(more.getLast());
        }
        state = after;
    }

    void pass(Duration time) {
        now = now.plus(time);
        decide();
    }

    /** Moves on to when the run wants to be woken. */
    void wake() {
        now = Objects.requireNonNull(wakeAt);
        decide();
    }

    public Acceptance done(String step) {
        return ends(call(step), succeeded("did " + step, null));
    }

    Acceptance cost(String step, double usd) {
        Outcome.Succeeded plain = succeeded("did " + step, null);
        Outcome outcome = new Outcome.Succeeded(
                plain.summary(),
                plain.output(),
                plain.filesCreated(),
                plain.filesChanged(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                new Usage(1L, 1L, usd),
                null,
                false);
        return ends(call(step), outcome);
    }

    public Acceptance hands(String step, Outcome outcome) {
        return ends(call(step), outcome);
    }

    Acceptance fails(String step, boolean retryable) {
        Outcome outcome = new Outcome.Failed(FailureKind.EXIT, step + " broke.", retryable, Usage.UNKNOWN, false);
        return ends(call(step), outcome);
    }

    public Acceptance passes(String step, String gate) {
        return verdict(step, gate, new Verdict(Verdict.Decision.PASS, List.of()));
    }

    public Acceptance wants(String step, String gate, String... texts) {
        List<Finding> findings = new ArrayList<>();
        for (String text : texts) {
            findings.add(new Finding(Severity.HIGH, null, null, text, true));
        }
        return verdict(step, gate, new Verdict(Verdict.Decision.CHANGES, findings));
    }

    Acceptance verdict(String step, String gate, @Nullable Verdict verdict) {
        OpenCall call = review(step, gate);
        return ends(call, succeeded("looked at " + step, verdict));
    }

    public Acceptance check(String at, boolean passed) {
        OpenCheck check = openCheck(at);
        CheckResult result = new CheckResult(
                check.command(),
                passed ? CheckResult.Status.PASSED : CheckResult.Status.FAILED,
                passed ? 0 : 1,
                passed ? "" : "1 test failed",
                passed ? "It passed." : "It ended with exit code 1.",
                10,
                false);
        return in(new Input.CheckDone(check.key(), result));
    }

    /** By whoever has the call; a worker fetches it first. */
    Acceptance ends(OpenCall call, Outcome outcome) {
        if (call.kind() == ExecutorKind.WORKER && call.holder() == null) {
            in(claim(call, "w1"));
        }
        return in(ending(call, outcome));
    }

    static Input ending(OpenCall call, Outcome outcome) {
        return switch (call.kind()) {
            case INSIDE, REHEARSED -> new Input.AttemptResult(call.key(), call.fence(), outcome);
            case WORKER -> new Input.WorkerResult(call.key(), call.fence(), token(call.key(), call.fence()), outcome);
            case PERSON -> new Input.HandedIn(call.key(), "ann", "looked at it", Proof.KEY, outcome);
        };
    }

    static Input.Claimed claim(OpenCall call, String worker) {
        return new Input.Claimed(call.key(), worker, Sha256.of(token(call.key(), call.fence())), Proof.KEY);
    }

    /** What a worker of these tests is given. */
    static String token(String key, long fence) {
        return "claim of " + key + " " + fence;
    }

    public Acceptance answers(String by, String answer, String why) {
        return in(new Input.Answer(ask().id(), answer, by, why, Proof.KEY));
    }

    public Acceptance answers(String askId, String by, String answer, String why) {
        return in(new Input.Answer(askId, answer, by, why, Proof.KEY));
    }

    static Outcome.Succeeded succeeded(String summary, @Nullable Verdict verdict) {
        return new Outcome.Succeeded(
                summary,
                summary + ", and more",
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

    public RunState state() {
        return state;
    }

    public RunBrief brief() {
        return brief;
    }

    Instant now() {
        return now;
    }

    public List<Logged> log() {
        return log;
    }

    public Chain chain() {
        return chain;
    }

    @Nullable
    Instant wakeAt() {
        return wakeAt;
    }

    public List<RunEvent> events() {
        return log.stream().map(Logged::event).toList();
    }

    public <E extends RunEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The names of the steps that agents are at, reviews as {@code step:gate}. */
    public List<String> atWork() {
        return state.openCalls().stream()
                .map(call -> call.gate() == null ? call.step() : call.step() + ":" + call.gate())
                .toList();
    }

    OpenCall open(String key) {
        return state.openCalls().stream()
                .filter(call -> call.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    public OpenCall call(String step) {
        return state.openCalls().stream()
                .filter(call -> call.step().equals(step) && call.gate() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not called, but " + atWork()));
    }

    public OpenCall review(String step, String gate) {
        return state.openCalls().stream()
                .filter(call -> call.step().equals(step) && gate.equals(call.gate()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not reviewed, but " + atWork()));
    }

    OpenCheck openCheck(String at) {
        return state.openChecks().stream()
                .filter(check -> at.equals(check.step()) || at.equals(check.phase()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check of " + at + " runs, but " + state.openChecks()));
    }

    /** The only open question. */
    public RunEvent.PersonAsked asked() {
        return ask().asked();
    }

    private Ask ask() {
        if (state.asks().size() != 1) {
            throw new AssertionError("open questions: " + state.asks());
        }
        return state.asks().iterator().next();
    }
}
