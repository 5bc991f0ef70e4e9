package dev.muster.run;

import static dev.muster.run.Umpire.must;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.AttemptClaimed;
import dev.muster.run.event.RunEvent.AttemptFinished;
import dev.muster.run.event.RunEvent.AttemptRedelivered;
import dev.muster.run.event.RunEvent.AttemptStarted;
import dev.muster.run.event.RunEvent.PersonAnswered;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunEvent.VerdictGiven;
import dev.muster.run.event.RunMode;
import dev.muster.run.state.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An umpire's book of who says what: who had each call, and which words lead past something. */
final class Speakers {
    private static final Set<String> HOLDING = Set.of("yes", "no", "stop", "refuse", "try-again");

    private final boolean programs;
    private final Map<String, ExecutorKind> kinds = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, PersonAsked> asked = new HashMap<>();
    private final Map<String, @Nullable String> judges = new HashMap<>();
    private @Nullable PersonAnswered last;

    Speakers(RunBrief brief, Route route) {
        boolean agents = brief.executors().values().stream()
                .anyMatch(one -> one.kind() == ExecutorKind.INSIDE || one.kind() == ExecutorKind.WORKER);
        boolean checks =
                route.steps().stream().anyMatch(stop -> !stop.step().checks().isEmpty())
                        || route.phases().stream()
                                .anyMatch(runPhase -> !runPhase.phase().checks().isEmpty());
        programs = agents || brief.mode() == RunMode.REAL && checks;
    }

    void see(RunEvent event) {
        switch (event) {
            case AttemptStarted e -> kinds.put(e.key(), e.kind());
            case AttemptRedelivered e -> holders.remove(e.key());
            case AttemptClaimed e -> holders.put(e.key(), e.worker());
            case AttemptFinished e -> finished(e);
            case VerdictGiven e ->
                must(
                        Objects.equals(judges.get(e.step() + ":" + e.gate()), e.by()),
                        "speaker",
                        "the verdict is not its reviewer's: " + e);
            case PersonAsked e -> asked.put(e.askId(), e);
            case PersonAnswered e -> answered(e);
            case RunEvent.GateOverridden e -> persons("overridden", e.by());
            case RunEvent.LimitRaised e -> persons("raised", e.by());
            default -> {}
        }
    }

    private void finished(AttemptFinished e) {
        judges.put(e.step() + ":" + e.gate(), e.by());
        boolean ended = e.outcome() instanceof dev.muster.agent.executor.Outcome.Cancelled
                || e.outcome() instanceof dev.muster.agent.executor.Outcome.Failed;
        boolean named = e.by() != null;
        switch (Objects.requireNonNull(kinds.get(e.key()))) {
            case INSIDE, REHEARSED -> must(!named, "speaker", "somebody says what a program did: " + e);
            case WORKER ->
                must(
                        ended && !named || Objects.equals(holders.get(e.key()), e.by()),
                        "speaker",
                        "nobody fetched this, or somebody else: " + e);
            case PERSON -> must(ended || named, "speaker", "a person's work is nobody's: " + e);
        }
    }

    private void answered(PersonAnswered e) {
        last = e;
        PersonAsked what = Objects.requireNonNull(asked.get(e.askId()));
        boolean leadsPast = what.kind() == AskKind.QUESTION
                ? what.level() == ReviewLevel.HARD
                : !HOLDING.contains(e.answer())
                        || what.level() == ReviewLevel.HARD && e.answer().equals("try-again");
        must(
                !programs || !leadsPast || isPersons(e) || isUsual(what, e),
                "speaker",
                "anybody could have said this: " + e);
    }

    private void persons(String what, String by) {
        must(
                !programs || last != null && said(what, last) && last.by().equals(by),
                "speaker",
                "it was " + what + " on nobody's word, by " + by);
    }

    /** Yes to all may override a soft review that took place, and raises nothing. */
    private static boolean said(String what, PersonAnswered e) {
        return isPersons(e) || what.equals("overridden") && e.proof() == Proof.STARTER;
    }

    /** Whoever starts a run may say yes to what is usual before it begins; not at a hard gate, nor in place of a review. */
    private static boolean isUsual(PersonAsked what, PersonAnswered e) {
        boolean unreviewed = what.kind() == AskKind.FAILURE && what.gate() != null;
        return e.proof() == Proof.STARTER
                && e.answer().equals(what.usual())
                && what.level() != ReviewLevel.HARD
                && !unreviewed;
    }

    private static boolean isPersons(PersonAnswered e) {
        return e.proof() == Proof.KEY || e.proof() == Proof.TERMINAL;
    }
}
