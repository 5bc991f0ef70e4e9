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
import dev.muster.run.accept.Input;
import dev.muster.run.accept.Proving;
import dev.muster.run.decide.PlannedDecisions;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunMode;
import dev.muster.run.state.Ask;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.OpenCheck;
import dev.muster.run.state.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One run through a random plan: what comes in, when, and in which order is chance, also what is stale, doubled or nonsense. An
 * umpire sees every event. After a while the world turns friendly, and then the run has to come to its end.
 */
public final class RandomRun {
    private static final int WILD = 250;
    private static final int FRIENDLY = 3_000;
    private static final List<String> PEOPLE = List.of("ann", "bob");

    private final Random random;
    private final Bench bench;
    private final Umpire umpire;
    private final List<Input> doubled = new ArrayList<>();
    private int seen;
    private boolean friendly;

    public RandomRun(long seed) {
        random = new Random(seed);
        Plan plan = RandomPlan.of(random);
        RunBrief brief = brief(plan, seed);
        boolean planned = random.nextBoolean();
        Random chance = new Random(seed);
        umpire = new Umpire(brief, planned);
        bench = new Bench(brief, planned ? new PlannedDecisions() : trouble -> anything(chance));
    }

    public Bench bench() {
        return bench;
    }

    Umpire umpire() {
        return umpire;
    }

    public void play() {
        look();
        for (int i = 0; i < WILD && !bench.state().ended(); i++) {
            act();
            look();
        }
        friendly = true;
        for (int i = 0; i < FRIENDLY && !bench.state().ended(); i++) {
            act();
            look();
        }
        if (!bench.state().ended()) {
            throw new AssertionError("the run comes to no end; open are " + bench.atWork() + ", "
                    + bench.state().openChecks() + ", " + bench.state().asks());
        }
    }

    /** Shows the umpire what is new, and that the state is what the events say. */
    private void look() {
        List<Logged> log = bench.log();
        for (; seen < log.size(); seen++) {
            umpire.see(log.get(seen).at(), log.get(seen).event());
        }
        umpire.rest(bench.now(), bench.wakeAt());
        if (random.nextInt(40) == 0 || bench.state().ended()) {
            Umpire.replayed(bench.brief(), log, bench.state());
        }
    }

    private void act() {
        List<OpenCall> calls = bench.state().openCalls();
        List<OpenCheck> checks = bench.state().openChecks();
        List<Ask> asks = List.copyOf(bench.state().asks());
        int dice = random.nextInt(100);
        if (!friendly && dice < 14) {
            disturb(calls, dice);
        } else if (dice < 24 && !friendly) {
            bench.pass(Duration.ofSeconds(random.nextInt(1_200)));
        } else if (!calls.isEmpty() && (dice < 70 || asks.isEmpty() && checks.isEmpty())) {
            OpenCall call = one(calls);
            end(call);
        } else if (!checks.isEmpty() && (dice < 85 || asks.isEmpty())) {
            OpenCheck check = one(checks);
            in(new Input.CheckDone(check.key(), result(check)));
        } else if (!asks.isEmpty()) {
            answer(one(asks).asked());
        } else if (bench.wakeAt() != null) {
            bench.wake();
        } else {
            bench.pass(Duration.ofMinutes(1));
        }
    }

    private void disturb(List<OpenCall> calls, int dice) {
        if (dice < 1 && !calls.isEmpty()) {
            OpenCall call = one(calls);
            bench.in(new Input.AttemptProgress(call.key(), call.fence(), "at it"));
        } else if (dice < 2 && !calls.isEmpty()) {
            claim(one(calls));
        } else if (dice < 4 && !calls.isEmpty()) {
            OpenCall call = one(calls);
            in(new Input.Redeliver(call.key()));
            if (call.kind() != ExecutorKind.PERSON) {
                refused(Bench.ending(call, outcome(call)));
            }
        } else if (dice < 5 && !calls.isEmpty()) {
            forge(one(calls));
        } else if (dice < 7 && !doubled.isEmpty()) {
            refused(one(doubled));
        } else if (dice < 9) {
            refused(new Input.AttemptResult("nonsense", 1, new Outcome.Cancelled("no", Usage.UNKNOWN)));
        } else if (dice < 12 && !bench.state().route().steps().isEmpty()) {
            Route.RunStep stop = one(bench.state().route().steps());
            bench.in(new Input.Override(
                    stop.name(), random.nextBoolean() ? "code" : "security", one(PEOPLE), "hurry", proof()));
        } else if (dice < 13 && random.nextInt(20) == 0) {
            bench.in(new Input.Cancel(one(PEOPLE), "enough"));
        } else {
            bench.decide();
        }
    }

    private void claim(OpenCall call) {
        Input claimed = Bench.claim(call, "w" + random.nextInt(3));
        if (call.kind() != ExecutorKind.WORKER) {
            refused(claimed);
            return;
        }
        if (call.holder() != null) {
            in(new Input.Redeliver(call.key()));
        }
        in(Bench.claim(bench.open(call.key()), "w" + random.nextInt(3)));
    }

    private void end(OpenCall call) {
        if (call.kind() == ExecutorKind.WORKER && call.holder() == null) {
            in(Bench.claim(call, "w" + random.nextInt(3)));
        }
        in(Bench.ending(call, outcome(call)));
    }

    /** What looks like the end of a call, and comes from somebody who has not got it. */
    private void forge(OpenCall call) {
        Outcome passes = Bench.succeeded("did it", new Verdict(Verdict.Decision.PASS, List.of()));
        if (call.kind() != ExecutorKind.INSIDE) {
            refused(new Input.AttemptResult(call.key(), call.fence(), passes));
        }
        refused(new Input.WorkerResult(call.key(), call.fence(), "guessed", passes));
        refused(new Input.WorkerProgress(call.key(), call.fence(), "guessed", "at it"));
        if (call.kind() != ExecutorKind.PERSON || Proving.hasPrograms(bench.state())) {
            refused(new Input.HandedIn(
                    call.key(), "ann", "so", random.nextBoolean() ? Proof.NONE : Proof.STARTER, passes));
        }
    }

    private void in(Input input) {
        if (!(bench.in(input) instanceof Acceptance.Accepted)) {
            throw new AssertionError("refused: " + input);
        }
        doubled.add(input);
    }

    /** What came once does not count again; but a call that is still open can be given out, and fetched, once more. */
    private void refused(Input input) {
        boolean again = input instanceof Input.Redeliver || input instanceof Input.Claimed;
        if (!again && bench.in(input) instanceof Acceptance.Accepted) {
            throw new AssertionError("taken: " + input);
        }
    }

    private void answer(PersonAsked asked) {
        if (asked.choices().isEmpty()) {
            in(new Input.Answer(asked.askId(), "forty-two", one(PEOPLE), "", Proof.TERMINAL));
            return;
        }
        List<String> ways = asked.choices();
        String way = friendly ? ways.stream().filter(this::leadsOn).findFirst().orElse(ways.getFirst()) : one(ways);
        boolean stops = way.equals("stop") && random.nextInt(4) > 0 && ways.size() > 1;
        String word = stops ? ways.getFirst() : way;
        String by = one(PEOPLE);
        if (!friendly) {
            bench.in(new Input.Answer(asked.askId(), one(ways), one(PEOPLE), "because", proof()));
        }
        if (bench.state().ask(asked.askId()) == null) {
            return;
        }
        Input.Answer answer = new Input.Answer(asked.askId(), word, by, "because " + word, Proof.KEY);
        if (word.equals("approve") && by.equals(asked.askedBy())) {
            refused(answer);
        } else {
            in(answer);
        }
    }

    private Proof proof() {
        return one(List.of(Proof.values()));
    }

    private boolean leadsOn(String way) {
        return !way.equals("stop") && !way.equals("approve");
    }

    private Outcome outcome(OpenCall call) {
        Usage usage = new Usage(null, null, random.nextInt(4) == 0 ? random.nextInt(200) / 100.0 : null);
        int dice = friendly ? 0 : random.nextInt(100);
        if (call.kind() == ExecutorKind.PERSON && call.gate() != null) {
            return Bench.succeeded("looked at it", personsVerdict());
        }
        if (dice >= 92) {
            return new Outcome.Failed(
                    one(List.of(FailureKind.values())), "it broke", random.nextBoolean(), usage, false);
        }
        if (dice >= 89) {
            return new Outcome.Asked(
                    "Which one?", random.nextBoolean() ? List.of() : List.of("this", "that"), usage, false);
        }
        if (dice >= 87) {
            return new Outcome.Cancelled("gone", usage);
        }
        List<String> conflicts = dice >= 83 && call.gate() == null ? List.of("A says x, B says y") : List.of();
        return new Outcome.Succeeded(
                "did it",
                "",
                random.nextInt(3) == 0 ? List.of("file" + random.nextInt(4)) : List.of(),
                List.of(),
                call.gate() == null ? null : verdict(),
                List.of(),
                List.of(),
                conflicts,
                List.of(),
                null,
                usage,
                null,
                false);
    }

    /** A person says one of two things. */
    private Verdict personsVerdict() {
        return friendly || random.nextBoolean()
                ? new Verdict(Verdict.Decision.PASS, List.of())
                : new Verdict(Verdict.Decision.CHANGES, findings(1 + random.nextInt(2)));
    }

    private Verdict verdict() {
        if (friendly || random.nextInt(100) < 45) {
            return new Verdict(Verdict.Decision.PASS, random.nextInt(10) == 0 ? findings(friendly ? 0 : 1) : List.of());
        }
        return new Verdict(Verdict.Decision.CHANGES, findings(random.nextInt(3)));
    }

    /** Each has words of its own, so that two are one thing only where they are equal. */
    private List<Finding> findings(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(6);
            String file = random.nextInt(3) == 0 ? "file" + number % 4 : null;
            findings.add(new Finding(
                    Severity.HIGH,
                    file,
                    null,
                    "thing%d wrong%d here%d".formatted(number, number, number),
                    random.nextInt(5) > 0));
        }
        return findings;
    }

    private CheckResult result(OpenCheck check) {
        boolean passes = friendly || random.nextInt(100) < 65;
        return new CheckResult(
                check.command(),
                passes ? CheckResult.Status.PASSED : CheckResult.Status.FAILED,
                passes ? 0 : 1,
                "",
                passes ? "fine" : "not fine",
                5,
                false);
    }

    private static Remedy anything(Random chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> new Remedy.Stop("chance");
            case 1, 2, 3 -> new Remedy.Report("chance");
            case 4, 5, 6 -> new Remedy.Retry("chance");
            case 7, 8, 9 -> new Remedy.Rework("chance");
            default -> new Remedy.Ask("chance");
        };
    }

    private RunBrief brief(Plan plan, long seed) {
        Map<String, Assigned> executors = new HashMap<>();
        for (Route.RunStep stop : Route.of(plan).steps()) {
            executors.put(stop.agent(), assigned());
            stop.gates().forEach(gate -> executors.put(gate.agent(), assigned()));
        }
        return new RunBrief("r" + seed, plan, Sha256.of("plan"), RunMode.REAL, "ann", executors, seed, null);
    }

    private Assigned assigned() {
        ExecutorKind kind = random.nextInt(10) == 0
                ? ExecutorKind.PERSON
                : random.nextBoolean() ? ExecutorKind.INSIDE : ExecutorKind.WORKER;
        @Nullable Integer minutes = random.nextInt(3) == 0 ? null : Integer.valueOf(5 + random.nextInt(35));
        return new Assigned("any", kind, minutes);
    }

    private <T> T one(List<T> list) {
        return Objects.requireNonNull(list.get(random.nextInt(list.size())));
    }
}
