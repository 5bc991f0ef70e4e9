package dev.muster.run.accept;

import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Acceptance.Kind;
import dev.muster.run.accept.Acceptance.Refused;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Choice;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.fold.RunState;
import dev.muster.run.state.OpenCall;
import dev.muster.run.state.Route;
import dev.muster.run.turn.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Which words have to be known to be a person's. Programs at work for a run reach the same commands and the same server as
 * people do; what lets the run go past something is therefore taken from nobody who only says a name.
 */
public final class Proving {
    private Proving() {}

    /** Whether programs work for a run that could speak in a person's name: agents here, workers, and checks. */
    public static boolean hasPrograms(RunState state) {
        RunBrief brief = state.brief();
        return Route.hasPrograms(brief) || brief.hasExecutors(ExecutorKind.WORKER);
    }

    /** What is a person's alone: an override that is wanted, and all that a person hands in. */
    static @Nullable Refused missing(RunState state, Proof proof, String what) {
        return proof.isPersons() || !hasPrograms(state) ? null : unproven(what);
    }

    /** A review that workers fetch: a program that is reviewed must not fetch it in a worker's name. */
    static @Nullable Refused missing(RunState state, OpenCall review, Proof proof) {
        return proof == Proof.KEY || !Route.hasPrograms(state.brief())
                ? null
                : new Refused(
                        Kind.UNPROVEN,
                        "The " + review.gate() + " review of " + review.step()
                                + " is a worker's, and programs work for the run "
                                + state.brief().runId()
                                + " that could fetch it in a worker's name.");
    }

    /** @param choice null where any words do */
    static @Nullable Refused missing(RunState state, PersonAsked asked, @Nullable Choice choice, Proof proof) {
        boolean enough = proof.isPersons() || proof == Proof.STARTER && isUsual(asked, choice);
        return enough || !letsPast(state, asked, choice) || !hasPrograms(state) ? null : unproven(asked, choice);
    }

    /** What an answer did that only shows by its effect: a limit was raised. */
    static @Nullable Refused missing(Turn turn, PersonAsked asked, @Nullable Choice choice, Proof proof) {
        boolean raises = turn.events().stream().anyMatch(RunEvent.LimitRaised.class::isInstance);
        return proof.isPersons() || !raises || !hasPrograms(turn.state()) ? null : unproven(asked, choice);
    }

    /** Where a reviewer gave no verdict there is nothing that somebody could have said yes to beforehand. */
    private static boolean isUsual(PersonAsked asked, @Nullable Choice choice) {
        boolean unreviewed = asked.kind() == AskKind.FAILURE && asked.gate() != null;
        return choice != null
                && asked.level() != ReviewLevel.HARD
                && !unreviewed
                && choice.word().equals(asked.usual());
    }

    private static boolean letsPast(RunState state, PersonAsked asked, @Nullable Choice choice) {
        if (choice == null) {
            return asked.level() == ReviewLevel.HARD;
        }
        return switch (choice) {
            case STOP, REFUSE, YES -> false;
            case TRY_AGAIN -> asked.level() == ReviewLevel.HARD;
            case NO -> asked.phase() != null && hasHardGate(state.route(), asked.phase());
            case GO_ON, BY_HAND, SKIP, OVERRIDE, ANOTHER_ROUND, RAISE, KEEP, APPROVE -> true;
        };
    }

    private static boolean hasHardGate(Route route, String phase) {
        Route.RunPhase runPhase = route.runPhase(phase);
        return runPhase != null
                && (runPhase.steps().stream()
                                .anyMatch(place -> route.steps().get(place).hasHardGate())
                        || runPhase.nested().stream()
                                .anyMatch(place -> hasHardGate(
                                        route, route.phases().get(place).name())));
    }

    private static Refused unproven(PersonAsked asked, @Nullable Choice choice) {
        return unproven(choice == null ? "The answer to " + asked.askId() : "\"" + choice.word() + "\"");
    }

    private static Refused unproven(String what) {
        return new Refused(
                Kind.UNPROVEN,
                what + " is a person's word, and programs work for this run that could say it in a person's name.");
    }
}
