package dev.muster.run;

import static dev.muster.run.Umpire.must;

import dev.muster.plan.Plan;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.AttemptStarted;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.state.Route;
import dev.muster.run.state.Route.RunStep;
import dev.muster.run.turn.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what is limited: who is at work, calls, rounds, steps, money and time. */
final class Books {
    private final Plan plan;
    private final Route route;
    private final Map<String, AttemptStarted> calls = new HashMap<>();
    private final Map<String, Long> fences = new HashMap<>();
    private final Map<String, Integer> checks = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Instant> claims = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, PersonAsked> asks = new LinkedHashMap<>();
    private final Map<String, Double> rounds = new HashMap<>();
    private final Map<String, Double> attempts = new HashMap<>();
    private final Set<String> allowed = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private double stepLimit;
    private double costLimit;
    private double minuteLimit;
    private double cost;
    private Duration worked = Duration.ZERO;
    private Instant last = Instant.EPOCH;
    private RunEvent.@Nullable PersonAnswered answered;

    Books(Plan plan) {
        this.plan = plan;
        route = Route.of(plan);
        stepLimit = steps(plan);
        costLimit = plan.limits().cost();
        minuteLimit = plan.limits().minutes();
    }

    private static int steps(Plan plan) {
        return plan.limits().steps()
                + plan.handedOver().stream()
                        .mapToInt(other -> steps(other.plan()))
                        .sum();
    }

    void see(Instant at, RunEvent event) {
        pass(at);
        switch (event) {
            case RunEvent.RunStarted e -> worked = Duration.ZERO;
            case AttemptStarted e -> started(e);
            case RunEvent.AttemptRedelivered e -> {
                must(e.fence() == fences.merge(e.key(), 1L, Long::sum), "fence", "it does not grow by one: " + e);
                due(e.key(), e.dueBy());
            }
            case RunEvent.AttemptClaimed e -> claimed(e);
            case RunEvent.AttemptFinished e -> finished(e);
            case RunEvent.CheckStarted e -> {
                must(keys.add(e.key()), "once", e.key() + " is used twice");
                room(e.key());
                checks.put(e.key(), e.index());
                due(e.key(), e.dueBy());
                indexes.put(e.key(), e.index());
            }
            case RunEvent.CheckFinished e -> {
                must(checks.remove(e.key()) != null, "once", "no such check: " + e);
                due.remove(e.key());
            }
            case PersonAsked e -> asks.put(e.askId(), e);
            case RunEvent.PersonAnswered e -> answered(e);
            case RunEvent.AskWithdrawn e -> must(asks.remove(e.askId()) != null, "once", "nobody was asked: " + e);
            case RunEvent.LimitRaised e -> raised(e);
            case RunEvent.RetryScheduled e
            when e.why().startsWith("asked for by") -> allowed.add(call(e.step(), e.gate(), e.attempt()));
            case RunEvent.ReworkOrdered e -> {
                attempts.remove(e.step());
                allowed.removeIf(call -> call.startsWith(e.step() + " "));
            }
            default -> {}
        }
    }

    private void pass(Instant at) {
        must(!at.isBefore(last), "time", "time goes back at " + at);
        boolean machines =
                !checks.isEmpty() || calls.values().stream().anyMatch(call -> call.kind() != ExecutorKind.PERSON);
        if (machines || asks.isEmpty() && calls.isEmpty()) {
            worked = worked.plus(Duration.between(last, at));
        }
        last = at;
    }

    private void started(AttemptStarted e) {
        RunStep stop = Objects.requireNonNull(route.stop(e.step()));
        must(keys.add(e.key()), "once", e.key() + " is used twice");
        room(e.key());
        calls.put(e.key(), e);
        due(e.key(), e.dueBy());
        fences.put(e.key(), 1L);
        double most = Math.max(stop.plan().limits().attempts(), attempts.getOrDefault(e.step(), 0.0));
        must(e.attempt() <= most, "attempts", e.key() + " is beyond " + most);
        boolean own = e.attempt() <= stop.plan().limits().attempts()
                || allowed.contains(call(e.step(), e.gate(), e.attempt()));
        must(own, "attempts", e.key() + " is one that a person allowed somebody else");
        double mostRounds = Math.max(stop.plan().limits().rounds(), rounds.getOrDefault(e.step(), 0.0));
        must(e.round() <= mostRounds, "rounds", e.key() + " is beyond " + mostRounds);
        must(cost < costLimit, "cost", e.key() + " starts at " + cost + " of " + costLimit);
        must(
                worked.compareTo(Duration.ofMinutes((long) minuteLimit)) < 0,
                "minutes",
                e.key() + " starts at " + worked + " of " + minuteLimit);
    }

    /** Its time counts from the first claim on, within that of the run, and no later one adds to it. */
    private void claimed(RunEvent.AttemptClaimed e) {
        AttemptStarted call = Objects.requireNonNull(calls.get(e.key()), e.key());
        must(call.kind() == ExecutorKind.WORKER, "time", "nobody fetches this: " + e);
        must(Objects.equals(fences.get(e.key()), e.fence()), "fence", "an older delivery is claimed: " + e);
        Instant before = claims.putIfAbsent(e.key(), e.dueBy());
        due(e.key(), e.dueBy());
        must(before == null || before.equals(e.dueBy()), "time", "a second claim is due by another time: " + e);
        boolean within = !e.dueBy().isAfter(Objects.requireNonNull(call.dueBy()));
        must(within || minuteLimit > plan.limits().minutes(), "time", "it is due after the run is: " + e);
    }

    private static String call(String step, @Nullable String gate, int attempt) {
        return step + " " + gate + " " + attempt;
    }

    private void room(String key) {
        must(atWork() < plan.limits().parallelAgents(), "parallel", key + " starts beside " + calls.keySet());
    }

    /** What has had its time, and as much again as whoever carries it out is given to say so, has ended. */
    void nothingIsLate(Instant now) {
        due.forEach((key, dueBy) -> must(
                now.isBefore(dueBy.plus(Times.GRACE)), "late", key + " was due by " + dueBy + ", and it is " + now));
    }

    private void due(String key, @Nullable Instant dueBy) {
        if (dueBy != null) {
            due.put(key, dueBy);
        }
    }

    void begins(RunStep stop) {
        begun.add(stop.name());
        must(begun.size() <= stepLimit, "steps", stop.name() + " is number " + begun.size() + " of " + stepLimit);
    }

    private void finished(RunEvent.AttemptFinished e) {
        must(calls.remove(e.key()) != null, "once", "no such call: " + e);
        due.remove(e.key());
        must(Objects.equals(fences.get(e.key()), e.fence()), "fence", "an older delivery counts: " + e);
        Double told = e.outcome().usage().costUsd();
        cost += told == null ? 0 : told;
    }

    private void answered(RunEvent.PersonAnswered e) {
        PersonAsked asked = asks.remove(e.askId());
        must(asked != null, "once", "nobody was asked: " + e);
        must(
                asked == null || !e.answer().equals("approve") || !e.by().equals(asked.askedBy()),
                "override",
                e.by() + " approves what " + e.by() + " asked for");
        answered = e;
    }

    /** Only a person raises a limit, by name. */
    private void raised(RunEvent.LimitRaised e) {
        must(answered != null && answered.by().equals(e.by()), "limits", "nobody raised it: " + e);
        switch (e.limit()) {
            case STEPS -> stepLimit = e.to();
            case COST -> costLimit = e.to();
            case MINUTES -> minuteLimit = e.to();
            case ROUNDS -> rounds.put(Objects.requireNonNull(e.step()), e.to());
            case ATTEMPTS -> attempts.put(Objects.requireNonNull(e.step()), e.to());
        }
    }

    int index(String check) {
        return Objects.requireNonNull(indexes.get(check));
    }

    int atWork() {
        return calls.size() + checks.size();
    }

    Collection<PersonAsked> asks() {
        return asks.values();
    }
}
