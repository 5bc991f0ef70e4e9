package dev.muster.run.engine;

import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.agent.executor.Usage;
import dev.muster.run.accept.Input;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What is at work in this process for one run. It is made to match the run's state, whatever led there: an answer that came, a
 * cancelled run, a process that died.
 */
final class RunningCalls {
    private static final long END_SECONDS = 3;

    private final Workplace workplace;
    private final Mailbox mailbox;
    private final @Nullable Agenda agenda;
    private final long fence;
    private final Map<String, Started> started = new HashMap<>();

    /**
     * @param agenda of a rehearsal, in which everything takes the time that it would have taken; null where time is real
     * @param fence under which this process has the run
     */
    RunningCalls(Workplace workplace, Mailbox mailbox, @Nullable Agenda agenda, long fence) {
        this.workplace = workplace;
        this.mailbox = mailbox;
        this.agenda = agenda;
        this.fence = fence;
    }

    private record Started(long fence, Call call, CompletableFuture<Void> ended) {}

    /** Whether a call is one that this process makes. */
    static boolean isOurs(OpenCall call) {
        return call.kind() == ExecutorKind.INSIDE || call.kind() == ExecutorKind.REHEARSED;
    }

    /** Starts what is to be at work and is not, and ends what is at work and is no longer wanted. */
    void match(RunState state, Instant now) {
        Set<String> wanted = new HashSet<>();
        for (OpenCall call : state.openCalls()) {
            if (isOurs(call)) {
                wanted.add(call.key());
                begin(state, call, now);
            }
        }
        for (OpenCheck check : state.openChecks()) {
            wanted.add(check.key());
            begin(state, check, now);
        }
        started.entrySet().removeIf(one -> !wanted.contains(one.getKey()) && end(one.getValue()));
    }

    private static boolean end(Started unwanted) {
        unwanted.call.cancel("The run no longer waits for it.");
        return true;
    }

    /** Ends all, and waits until it has ended. */
    void stop(String why) {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (Started one : started.values()) {
            one.call.cancel(why);
            ends.add(one.ended);
        }
        started.clear();
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException _) {
            // It was told to end; the fence keeps out whatever it says yet.
        }
    }

    private void begin(RunState state, OpenCall call, Instant now) {
        Started before = started.get(call.key());
        if (before != null && before.fence == call.fence()) {
            return;
        }
        if (before != null) {
            before.call.cancel("The call was given out again.");
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try {
            started.put(call.key(), new Started(call.fence(), start(state, call, now, ended), ended));
        } catch (Workplace.CannotWork e) {
            started.put(call.key(), new Started(call.fence(), _ -> {}, CompletableFuture.completedFuture(null)));
            mailbox.put(new Input.AttemptResult(call.key(), call.fence(), notStarted(e)));
        }
    }

    private Call start(RunState state, OpenCall call, Instant now, CompletableFuture<Void> ended) {
        return switch (workplace.how(call.executor())) {
            case CallMethod.Inside inside ->
                inside.executor().start(workplace.assignment(state, call), new Posting(call, ended));
            case CallMethod.Rehearsed rehearsed -> {
                Rehearsal.Played<Outcome> played = rehearsed
                        .rehearsal()
                        .play(workplace.assignment(state, call), state.brief().seed());
                Input result = new Input.AttemptResult(call.key(), call.fence(), played.result());
                deliver(result, now.plus(played.took()));
                ended.complete(null);
                yield _ -> {};
            }
            case CallMethod.Worker worker -> throw elsewhere(worker);
            case CallMethod.Person person -> throw elsewhere(person);
        };
    }

    private static Workplace.CannotWork elsewhere(CallMethod how) {
        return new Workplace.CannotWork(
                "The executor \"" + how.name() + "\" is no program any more; it was one when the run"
                        + " started. Configure it again as it was, or cancel the run.");
    }

    private static Outcome notStarted(Workplace.CannotWork e) {
        return new Outcome.Failed(
                FailureKind.INFRASTRUCTURE, String.valueOf(e.getMessage()), true, Usage.UNKNOWN, false);
    }

    private void begin(RunState state, OpenCheck check, Instant now) {
        if (started.containsKey(check.key())) {
            return;
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try {
            started.put(check.key(), new Started(0, start(state, check, now, ended), ended));
        } catch (Workplace.CannotWork e) {
            started.put(check.key(), new Started(0, _ -> {}, CompletableFuture.completedFuture(null)));
            mailbox.put(new Input.CheckDone(check.key(), notStarted(check, e)));
        }
    }

    private Call start(RunState state, OpenCheck check, Instant now, CompletableFuture<Void> ended) {
        CheckOrder order = workplace.order(state, check, fence);
        if (agenda == null) {
            return workplace.checks().start(order, result -> {
                mailbox.put(new Input.CheckDone(check.key(), result));
                ended.complete(null);
            });
        }
        Rehearsal.Played<CheckResult> played =
                workplace.rehearsal().play(order, state.brief().seed());
        deliver(new Input.CheckDone(check.key(), played.result()), now.plus(played.took()));
        ended.complete(null);
        return _ -> {};
    }

    private void deliver(Input input, Instant at) {
        if (agenda == null) {
            mailbox.put(input);
        } else {
            agenda.add(at, input);
        }
    }

    private static CheckResult notStarted(OpenCheck check, Workplace.CannotWork e) {
        return new CheckResult(
                check.command(), CheckResult.Status.NOT_STARTED, null, "", String.valueOf(e.getMessage()), 0, false);
    }

    /** Leaves in the mailbox what an agent says. */
    private final class Posting implements Listener {
        private final OpenCall call;
        private final CompletableFuture<Void> ended;

        Posting(OpenCall call, CompletableFuture<Void> ended) {
            this.call = call;
            this.ended = ended;
        }

        @Override
        public void progress(String line) {
            mailbox.progress(new Input.AttemptProgress(call.key(), call.fence(), line));
        }

        @Override
        public void finished(Outcome outcome) {
            mailbox.put(new Input.AttemptResult(call.key(), call.fence(), outcome));
            ended.complete(null);
        }
    }
}
