package dev.muster.run.engine;

import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.decide.Deciding;
import dev.muster.run.decide.Decision;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries runs out in this process: each on one thread, and on none where it only waits. */
public final class DurableEngine implements RunEngine, RunQueue.Carrier {
    private static final Logger LOG = Logger.getLogger(DurableEngine.class);

    private final RunLog log;
    private final RunQueue queue;
    private final WorkTable table;
    private final Deciding deciding;
    private final Workplace workplace;
    private final Intake intake;
    private final InstantSource clock;
    private final Claims claims;
    private final StoreSignal work = new StoreSignal();
    private final Map<String, Listening> listened = new ConcurrentHashMap<>();
    private final Map<String, RunExecution> carried = new ConcurrentHashMap<>();
    private final OwnRuns own;
    private volatile boolean all;
    private volatile boolean ofOwn;
    private volatile boolean closing;

    public DurableEngine(
            RunLog log, RunQueue queue, WorkTable table, Deciding deciding, Workplace workplace, InstantSource clock) {
        this.log = log;
        this.queue = queue;
        this.table = table;
        this.deciding = deciding;
        this.workplace = workplace;
        this.intake = new Intake(workplace);
        this.clock = clock;
        this.own = new OwnRuns(log::head);
        this.claims = new Claims(log, queue, table, workplace, clock);
    }

    @Override
    public void open() {
        all = true;
        queue.start(this);
    }

    @Override
    public void openForOwn() {
        ofOwn = true;
        queue.startFor(own::all, this);
    }

    @Override
    public void close() {
        queue.stop();
    }

    @Override
    public void start(RunBrief brief) {
        Instant now = clock.instant();
        makeOwn(brief.runId());
        log.inTransaction(() -> {
            log.create(brief, now);
            queue.put(brief.runId());
            return true;
        });
    }

    @Override
    public void carry(RunQueue.Lease lease) {
        try {
            RunExecution execution = new RunExecution(lease, log, deciding, workplace, clock, this::appended, all);
            carried.put(lease.runId(), execution);
            try {
                if (closing) {
                    execution.mailbox().stop();
                }
                execution.run();
            } finally {
                carried.remove(lease.runId(), execution);
            }
        } catch (LeaseLost e) {
            LOG.info(e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The run %s cannot be carried on now; it is tried again.", lease.runId());
            throw e;
        }
    }

    @Override
    public void stopAll() {
        closing = true;
        carried.values().forEach(execution -> execution.mailbox().stop());
    }

    @Override
    public Acceptance give(String runId, Input.FromOutside input) {
        Acceptance given = null;
        while (given == null) {
            given = log.inTransaction(() -> once(runId, input));
        }
        tell(runId);
        return given;
    }

    /** Those who wait for events here, and whoever carries the run out here. */
    private void tell(String runId) {
        raise(runId);
        RunExecution here = carried.get(runId);
        if (here != null) {
            here.mailbox().nudge();
        }
    }

    /** Null where somebody else appended meanwhile. */
    private @Nullable Acceptance once(String runId, Input input) {
        if (log.head(runId) == null) {
            return new Acceptance.Refused(Acceptance.Kind.UNKNOWN, "There is no run " + runId + ".");
        }
        RunPosition position = RunPosition.of(log, runId);
        Instant now = now(position.state());
        Acceptance acceptance = intake.accept(position.state(), input, now);
        if (!(acceptance instanceof Acceptance.Accepted accepted)
                || accepted.events().isEmpty()) {
            return acceptance;
        }
        List<Logged> events = position.end().log(now, accepted.events());
        Append append = new Append(
                runId,
                position.end(),
                null,
                events,
                events.getLast().at(),
                accepted.state().status(),
                Waiting.WorkListChanges.between(position.state(), accepted.state(), now));
        if (log.append(append) != Append.Result.KEPT) {
            return null;
        }
        queue.wake(runId);
        return acceptance;
    }

    /** In a rehearsal people take no time. */
    private Instant now(RunState state) {
        Instant now = clock.instant();
        boolean virtual = state.started() && state.brief().mode() == RunMode.REHEARSAL;
        return virtual || now.isBefore(state.lastAt()) ? state.lastAt() : now;
    }

    @Override
    public void resume(String runId) {
        makeOwn(runId);
        queue.wake(runId);
    }

    /** Whoever takes all runs needs not know which were its own. */
    private void makeOwn(String runId) {
        if (!all) {
            own.add(runId);
        }
    }

    @Override
    public boolean isLeft(RunHead head) {
        if (head.status() != RunStatus.RUNNING || isTakenHere(head.runId())) {
            return false;
        }
        return switch (queue.standing(head.runId())) {
            case CARRIED, RESTING -> false;
            case LEFT -> true;
            case DUE -> hasSomethingToDo(head.runId());
        };
    }

    /** What woke it may have been nothing that brings it on. */
    private boolean hasSomethingToDo(String runId) {
        RunState state = RunPosition.of(log, runId).state();
        Decision next = deciding.next(state, now(state));
        return !next.events().isEmpty() || RunExecution.hasWork(next.state());
    }

    /** Whether this process has it, or takes it as soon as it is due. */
    private boolean isTakenHere(String runId) {
        return !closing && (all || ofOwn && own.contains(runId));
    }

    @Override
    public @Nullable RunState state(String runId) {
        return log.head(runId) == null ? null : RunPosition.of(log, runId).state();
    }

    @Override
    public void awaitEvents(String runId, long after, Duration atMost) {
        Listening listening = Objects.requireNonNull(listened.compute(runId, (_, others) -> Listening.more(others)));
        try {
            listening.signal.await(atMost, () -> {
                RunHead head = log.head(runId);
                return head == null || head.end().seq() > after ? true : null;
            });
        } finally {
            listened.compute(runId, (_, with) -> with == null ? null : with.less());
        }
    }

    /** Those who wait for events of one run, so that a run wakes nobody else's. */
    private record Listening(StoreSignal signal, int count) {
        static Listening more(@Nullable Listening others) {
            return others == null
                    ? new Listening(new StoreSignal(), 1)
                    : new Listening(others.signal, others.count + 1);
        }

        @Nullable
        Listening less() {
            return count == 1 ? null : new Listening(signal, count - 1);
        }
    }

    private void appended(Append append) {
        raise(append.runId());
        if (!append.changes().queued().isEmpty()) {
            work.raise();
        }
    }

    private void raise(String runId) {
        Listening listening = listened.get(runId);
        if (listening != null) {
            listening.signal.raise();
        }
    }

    @Override
    public @Nullable Claim claim(List<String> executors, Claimant claimant, Duration atMost) {
        Claim claim = work.await(atMost, () -> claims.claim(executors, claimant));
        if (claim != null) {
            tell(claim.assignment().id().runId());
        }
        return claim;
    }

    @Override
    public boolean renew(String key, String worker, long fence, Duration lease) {
        return table.renew(key, worker, fence, clock.instant().plus(lease));
    }
}
