package dev.muster.agent.executor.rehearsal;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.CheckResult.Status;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Glob;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Asked;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Rehearsal;
import dev.muster.agent.executor.RehearsalSettings;
import dev.muster.agent.executor.RehearsalSettings.Ending;
import dev.muster.agent.executor.RehearsalSettings.Line;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.agent.executor.Verdict.Decision;
import dev.muster.plan.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rehearses by a script and, where that says nothing, by chance from the run's seed. */
public final class SeededRehearsal implements Rehearsal {
    private static final Usage NOTHING = new Usage(0L, 0L, 0.0);
    private static final String SAID = "Rehearsed: nobody was called.";

    private final RehearsalSettings settings;

    public SeededRehearsal(RehearsalSettings settings) {
        this.settings = settings;
    }

    @Override
    public Played<Outcome> play(Assignment assignment, long seed) {
        AttemptId id = assignment.id();
        Chance chance = new Chance(
                seed,
                String.join(
                        "\n",
                        id.step(),
                        assignment.agent().name(),
                        assignment.purpose().name(),
                        String.valueOf(assignment.gate()),
                        id.round() + "." + id.attempt()));
        Line line = settings.script().stream()
                .filter(candidate -> fits(candidate, assignment))
                .findFirst()
                .orElse(null);
        boolean review = assignment.purpose() == Purpose.REVIEW;
        Ending ending = line == null ? ending(review, id.round(), chance.next()) : line.ending();
        return new Played<>(outcome(ending, assignment), took(line, review ? 0.25 : 1, chance.next()));
    }

    @Override
    public Played<CheckResult> play(CheckOrder order, long seed) {
        String command = String.join(" ", order.command());
        Chance chance = new Chance(seed, order.place() + "\n" + command);
        Line line = settings.script().stream()
                .filter(candidate -> candidate.check() != null && Glob.matches(candidate.check(), command))
                .findFirst()
                .orElse(null);
        boolean fails = chance.next() < settings.failures();
        Ending ending = line == null ? fails ? Ending.FAILED : Ending.PASS : line.ending();
        Duration took = took(line, 0.1, chance.next());
        return new Played<>(result(order, ending, took), took);
    }

    private static boolean fits(Line line, Assignment assignment) {
        AttemptId id = assignment.id();
        return line.check() == null
                && (line.agent() == null
                        || Glob.matches(line.agent(), assignment.agent().name()))
                && (line.step() == null || Glob.matches(line.step(), id.step()))
                && (line.purpose() == null || line.purpose() == assignment.purpose())
                && (line.round() == null || line.round() == id.round())
                && (line.attempt() == null || line.attempt() == id.attempt())
                && isReviewers(line.ending(), assignment.purpose() == Purpose.REVIEW);
    }

    /** A line about verdicts is for reviewers alone, and work cannot be passed. */
    private static boolean isReviewers(Ending ending, boolean review) {
        return switch (ending) {
            case PASS, CHANGES -> review;
            case DONE, BLOCKED, ASKS -> !review;
            case FAILED, TIMEOUT, UNREADABLE -> true;
        };
    }

    private Ending ending(boolean review, int round, double chance) {
        if (chance < settings.failures()) {
            return Ending.FAILED;
        }
        double changes = round == 1 ? settings.changes() : settings.changes() / 3;
        return !review ? Ending.DONE : chance < settings.failures() + changes ? Ending.CHANGES : Ending.PASS;
    }

    private Duration took(@Nullable Line line, double share, double chance) {
        if (line != null && line.minutes() != null) {
            return Duration.ofMillis(Math.round(line.minutes() * 60_000));
        }
        long shortest = settings.shortest().toMillis();
        long more = Math.max(0, settings.longest().toMillis() - shortest);
        return Duration.ofSeconds(Math.max(1, Math.round((shortest + more * chance) * share / 1000)));
    }

    private static Outcome outcome(Ending ending, Assignment assignment) {
        return switch (ending) {
            case DONE -> succeeded(SAID, handedIn(assignment), null);
            case PASS -> succeeded(SAID, "It passes.", new Verdict(Decision.PASS, List.of()));
            case CHANGES -> succeeded(SAID, "It asks for changes.", changes());
            case FAILED -> failed(FailureKind.EXIT, "Rehearsed: the call fails.", true);
            case TIMEOUT -> failed(FailureKind.TIMEOUT, "Rehearsed: the call takes too long.", true);
            case UNREADABLE ->
                failed(FailureKind.UNREADABLE_RESULT, "Rehearsed: what is handed in cannot be read.", true);
            case ASKS -> new Asked("Rehearsed: how is it to go on?", List.of("one way", "another way"), NOTHING, true);
            case BLOCKED -> failed(FailureKind.REFUSED, "Rehearsed: the agent says that it cannot do it.", false);
        };
    }

    private static String handedIn(Assignment assignment) {
        return assignment.deliverables().isEmpty()
                ? "Here is what " + assignment.agent().name() + " hands in."
                : "Here would be: " + String.join("; ", assignment.deliverables()) + ".";
    }

    /** The same words in each round: what is not put right is no new finding. */
    private static Verdict changes() {
        String text = "Rehearsed: something that has to be put right.";
        return new Verdict(Decision.CHANGES, List.of(new Finding(Severity.MEDIUM, null, null, text, true)));
    }

    private static Succeeded succeeded(String summary, String output, @Nullable Verdict verdict) {
        return new Succeeded(
                summary, output, List.of(), List.of(), verdict, List.of(), List.of(), List.of(), List.of(), null,
                NOTHING, null, true);
    }

    private static Failed failed(FailureKind kind, String message, boolean retryable) {
        return new Failed(kind, message, retryable, NOTHING, true);
    }

    private static CheckResult result(CheckOrder order, Ending ending, Duration took) {
        Status status = switch (ending) {
            case DONE, PASS -> Status.PASSED;
            case TIMEOUT -> Status.TIMED_OUT;
            case FAILED, UNREADABLE, BLOCKED, ASKS, CHANGES -> Status.FAILED;
        };
        String message = "Rehearsed: nothing was run.";
        Integer exitCode = status == Status.PASSED ? Integer.valueOf(0) : status == Status.FAILED ? 1 : null;
        return new CheckResult(order.command(), status, exitCode, "", message, took.toMillis(), true);
    }
}
