package dev.muster.run.engine;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.Decision;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One run being carried out by one thread, from the time it is taken until it is handed back. */
final class RunExecution {
    private static final Logger LOG = Logger.getLogger(RunExecution.class);

    /** How often the log is looked at for what came in by another process: a program that is cancelled has two seconds in all. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** A run that goes on sooner than that is not handed back meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

    /** Less than a process that is told to stop is waited for; one try may take long itself where the store is locked. */
    private static final Duration LAST_TRIES = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LAST_TRIES = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final RunQueue.Lease lease;
    private final RunLog log;
    private final Deciding deciding;
    private final Intake intake;
    private final InstantSource clock;
    private final Consumer<Append> afterAppend;
    private final boolean forOthers;
    private final Mailbox mailbox = new Mailbox();
    private final long fence;
    private final @Nullable Agenda agenda;
    private final RunningCalls calls;
    private final List<Input> pending = new ArrayList<>();
    private RunPosition position;
    private Instant virtual;
    private long lastProgress;
    private int failures;

    /** @param forOthers whether anybody may go on with the run when this process stops */
    RunExecution(
            RunQueue.Lease lease,
            RunLog log,
            Deciding deciding,
            Workplace workplace,
            InstantSource clock,
            Consumer<Append> afterAppend,
            boolean forOthers) {
        this.lease = lease;
        this.log = log;
        this.deciding = deciding;
        this.intake = new Intake(workplace);
        this.clock = clock;
        this.afterAppend = afterAppend;
        this.forOthers = forOthers;
        this.fence = log.take(lease.runId());
        this.position = RunPosition.of(log, lease.runId());
        this.agenda = position.state().brief().mode() == RunMode.REHEARSAL ? new Agenda() : null;
        this.calls = new RunningCalls(workplace, mailbox, agenda, fence);
        this.virtual = position.state().started() ? position.state().lastAt() : clock.instant();
    }

    /** What follows of what has come in: events, the state after them, and when to look again. */
    private record Next(
            List<RunEvent> events, RunState state, @Nullable Instant wakeAt) {}

    private enum Kept {
        GOING_ON,
        HANDED_BACK,
        BEHIND
    }

    Mailbox mailbox() {
        return mailbox;
    }

    void run() {
        try {
            takeOver();
            while (goOn()) {
                // until it is handed back
            }
        } finally {
            calls.stop("This process no longer has the run.");
        }
    }

    /** Whoever had the run before was calling these; their calls ended with them. */
    private void takeOver() {
        for (OpenCall call : position.state().openCalls()) {
            if (RunningCalls.isOurs(call)) {
                pending.add(new Input.Redeliver(call.key()));
            }
        }
    }

    private boolean goOn() {
        try {
            Instant now = now();
            Next next = next(now);
            Kept kept = keep(next, now);
            if (kept == Kept.HANDED_BACK) {
                return false;
            }
            if (kept == Kept.BEHIND) {
                catchUp();
                return true;
            }
            calls.match(position.state(), now);
            return await(next.wakeAt);
        } catch (StoreFailure e) {
            return backOff(e);
        }
    }

    private Next next(Instant now) {
        Next accepted = accepted(now);
        Decision decision = deciding.next(accepted.state, now);
        List<RunEvent> events = new ArrayList<>(accepted.events);
        events.addAll(decision.events());
        return new Next(events, decision.state(), decision.wakeAt());
    }

    private Next accepted(Instant now) {
        List<RunEvent> events = new ArrayList<>();
        RunState state = position.state();
        for (Input input : pending) {
            switch (intake.accept(state, input, now)) {
                case Acceptance.Accepted accepted -> {
                    events.addAll(accepted.events());
                    state = accepted.state();
                }
                case Acceptance.Refused refused -> LOG.debugf("%s: %s", lease.runId(), refused.message());
            }
        }
        return new Next(events, state, null);
    }

    /** Keeps the events, and in the same transaction hands the run back where it has ended or only waits. */
    private Kept keep(Next next, Instant now) {
        boolean ended = next.state.ended();
        boolean rests = !ended && rests(next, now);
        if (next.events.isEmpty() && !ended && !rests) {
            pending.clear();
            return Kept.GOING_ON;
        }
        List<Logged> events = position.end().log(now, next.events);
        Append append = append(next, events, now);
        Append.Result result = log.inTransaction(() -> append(append, () -> {
            if (ended) {
                lease.end();
            } else if (rests) {
                lease.rest(next.wakeAt);
            }
        }));
        failures = 0;
        return switch (result) {
            case LOST -> throw new LeaseLost(lease.runId());
            case BEHIND -> Kept.BEHIND;
            case KEPT -> {
                position = new RunPosition(next.state, append.end());
                pending.clear();
                afterAppend.accept(append);
                yield ended || rests ? Kept.HANDED_BACK : Kept.GOING_ON;
            }
        };
    }

    private Append append(Next next, List<Logged> events, Instant now) {
        return new Append(
                lease.runId(),
                position.end(),
                fence,
                events,
                events.isEmpty() ? position.state().lastAt() : events.getLast().at(),
                next.state.status(),
                Waiting.WorkListChanges.between(position.state(), next.state, now));
    }

    private Append.Result append(Append append, Runnable handBack) {
        Append.Result result = log.append(append);
        if (result == Append.Result.KEPT) {
            handBack.run();
        }
        return result;
    }

    /** Whether it waits for people, workers or a time alone. */
    private boolean rests(Next next, Instant now) {
        if (hasWork(next.state)) {
            return false;
        }
        Instant wakeAt = next.wakeAt;
        return wakeAt == null || agenda == null && wakeAt.isAfter(now.plus(PATIENCE));
    }

    /** Whether it needs a process that calls or checks. */
    static boolean hasWork(RunState state) {
        return !state.openChecks().isEmpty() || state.openCalls().stream().anyMatch(RunningCalls::isOurs);
    }

    /** Waits until there is something to decide. False where the run was handed back. */
    private boolean await(@Nullable Instant wakeAt) {
        boolean forProgress = System.nanoTime() - lastProgress > BETWEEN_PROGRESS.toNanos();
        Mailbox.Mail mail = mailbox.await(agenda == null ? untilThen(wakeAt) : Duration.ZERO, forProgress);
        pending.addAll(mail.inputs());
        if (mail.stopped()) {
            handOver();
            return false;
        }
        if (mail.inputs().stream().anyMatch(Input.AttemptProgress.class::isInstance)) {
            lastProgress = System.nanoTime();
        }
        if (agenda != null) {
            putForward(agenda, wakeAt);
        } else if (mail.nudged() || mail.inputs().isEmpty()) {
            catchUp();
        }
        return true;
    }

    private Duration untilThen(@Nullable Instant wakeAt) {
        Duration left = wakeAt == null ? LOOK : Duration.between(clock.instant(), wakeAt);
        return left.compareTo(LOOK) < 0 ? left : LOOK;
    }

    private void putForward(Agenda agenda, @Nullable Instant wakeAt) {
        Instant next = agenda.next();
        Instant to = next == null || wakeAt != null && wakeAt.isBefore(next) ? wakeAt : next;
        if (to != null && to.isAfter(virtual)) {
            virtual = to;
        }
        pending.addAll(agenda.by(virtual));
    }

    /** What others appended meanwhile. */
    private void catchUp() {
        RunHead head = log.head(lease.runId());
        if (head == null || head.fence() != fence) {
            throw new LeaseLost(lease.runId());
        }
        if (head.end().seq() != position.end().seq()) {
            position = position.caughtUp(log);
        }
    }

    /** Whoever takes the run next gives the same calls out again; what this process has of them ends first. */
    private void handOver() {
        calls.stop("Muster stops; the run goes on later, or elsewhere.");
        pending.addAll(mailbox.rest());
        pending.removeIf(RunExecution::isOfTheStop);
        while (!handedOver()) {
            catchUp();
        }
    }

    /** What came in until then is kept in the same transaction: nobody else has it. What follows of it others decide. */
    private boolean handedOver() {
        Instant now = now();
        Next next = accepted(now);
        List<Logged> events = position.end().log(now, next.events);
        Append append = append(next, events, now);
        Append.Result result = log.inTransaction(() -> append(append, () -> {
            if (next.state.ended()) {
                lease.end();
            } else if (forOthers) {
                lease.rest(clock.instant());
            } else {
                lease.leave();
            }
        }));
        if (result == Append.Result.LOST) {
            throw new LeaseLost(lease.runId());
        }
        if (result == Append.Result.KEPT) {
            afterAppend.accept(append);
        }
        return result == Append.Result.KEPT;
    }

    /** An agent or a check that was ended for this handing over has said nothing: the same call is given out again. */
    private static boolean isOfTheStop(Input input) {
        return switch (input) {
            case Input.AttemptResult result -> result.outcome() instanceof Outcome.Cancelled;
            case Input.CheckDone check -> check.result().status() == CheckResult.Status.CANCELLED;
            default -> false;
        };
    }

    /** The store is away or full: what has come in is kept here until it is back. Nobody knows whether the last append was. */
    private boolean backOff(StoreFailure e) {
        if (failures++ == 0) {
            LOG.warnf("The run %s waits for the store: %s", lease.runId(), e.getMessage());
        }
        Duration wait = Duration.ofMillis(100L << Math.min(failures, 6));
        Mailbox.Mail mail = mailbox.await(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF, false);
        pending.addAll(mail.inputs());
        if (mail.stopped()) {
            return lastTry();
        }
        try {
            catchUp();
        } catch (StoreFailure again) {
            LOG.debugf("%s: %s", lease.runId(), again.getMessage());
        }
        return true;
    }

    /** Muster stops while the store is away: what has come in would be lost with this process. */
    private boolean lastTry() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LAST_TRIES.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LAST_TRIES.toNanos());
            try {
                catchUp();
                handOver();
                return false;
            } catch (StoreFailure e) {
                LOG.debugf("%s: %s", lease.runId(), e.getMessage());
            }
        }
        LOG.warnf("What came in for the run %s is lost with this process; its calls are made again.", lease.runId());
        return false;
    }

    /** Never before the last event: a clock that goes back does not take the run back. */
    private Instant now() {
        Instant last = position.state().lastAt();
        Instant now = agenda == null ? clock.instant() : virtual;
        return now.isBefore(last) ? last : now;
    }
}
