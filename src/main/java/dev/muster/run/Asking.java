package dev.muster.run;

import static dev.muster.run.Choice.ANOTHER_ROUND;
import static dev.muster.run.Choice.APPROVE;
import static dev.muster.run.Choice.BY_HAND;
import static dev.muster.run.Choice.GO_ON;
import static dev.muster.run.Choice.KEEP;
import static dev.muster.run.Choice.NO;
import static dev.muster.run.Choice.OVERRIDE;
import static dev.muster.run.Choice.RAISE;
import static dev.muster.run.Choice.REFUSE;
import static dev.muster.run.Choice.SKIP;
import static dev.muster.run.Choice.STOP;
import static dev.muster.run.Choice.TRY_AGAIN;
import static dev.muster.run.Choice.YES;

import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.Route.Gate;
import dev.muster.run.Route.Stop;
import dev.muster.run.Route.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks people. Every question has somebody whom it is for, and ways to go on. */
final class Asking {
    private static final String STARTER = "whoever started the run";

    private final Turn turn;
    private final AskKind kind;
    private String to = STARTER;
    private List<String> choices = List.of();
    private @Nullable String usual;
    private @Nullable String step;
    private @Nullable String phase;
    private @Nullable String gate;
    private @Nullable ReviewLevel level;
    private @Nullable LimitKind limit;
    private @Nullable String askedBy;

    private Asking(Turn turn, AskKind kind) {
        this.turn = turn;
        this.kind = kind;
    }

    static void prerequisites(Turn turn, List<String> missing) {
        new Asking(turn, AskKind.PREREQUISITES)
                .choose(STOP, GO_ON, STOP)
                .ask(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                        + " not in the workspace, and the work builds on it. Go on?");
    }

    static void escalation(Turn turn, Plan.Escalation escalation, String why) {
        Asking asking = new Asking(turn, AskKind.ESCALATION).choose(GO_ON, GO_ON, STOP);
        asking.to = escalation.to();
        asking.ask(escalation.kind() + ": " + why + ". Go on?");
    }

    static void phase(Turn turn, Stretch stretch) {
        Asking asking = new Asking(turn, AskKind.PHASE).choose(YES, YES, NO);
        asking.phase = stretch.name();
        asking.ask("Is phase " + stretch.name() + " wanted?");
    }

    static void question(Turn turn, Stop stop, @Nullable Gate gate, Outcome.Asked asked) {
        Asking asking = new Asking(turn, AskKind.QUESTION);
        asking.step = stop.name();
        if (gate != null) {
            asking.about(stop, gate);
        }
        asking.choices = asked.choices();
        asking.ask(asked.question());
    }

    static void conflict(Turn turn, Stop stop, String conflicts) {
        Asking asking = new Asking(turn, AskKind.CONFLICT).choose(null, KEEP, ANOTHER_ROUND, STOP);
        asking.step = stop.name();
        asking.ask(stop.agent() + " says that this does not go together: " + conflicts);
    }

    static void failure(Turn turn, Stop stop, String message) {
        Asking asking = new Asking(turn, AskKind.FAILURE);
        asking.step = stop.name();
        if (stop.hasHardGate()) {
            asking.choose(STOP, TRY_AGAIN, BY_HAND, STOP);
        } else {
            asking.choose(STOP, TRY_AGAIN, BY_HAND, SKIP, STOP);
        }
        asking.ask(stop.agent() + " did not get it done: " + message + hint(turn, stop));
    }

    /** A reviewer that did not give a verdict. A person has to look: no review is no review, whatever is usual. */
    static void noVerdict(Turn turn, Stop stop, Gate gate, String message) {
        Asking asking = new Asking(turn, AskKind.FAILURE).about(stop, gate);
        if (gate.level() == ReviewLevel.HARD) {
            asking.choose(null, TRY_AGAIN, STOP);
        } else {
            asking.choose(null, TRY_AGAIN, OVERRIDE, STOP);
        }
        asking.ask("The " + gate.name() + " review of " + stop.name() + " by " + gate.agent() + " came to no verdict: "
                + message);
    }

    static void review(Turn turn, Stop stop, Gate gate, Trouble.ChangesWanted changes, boolean somebodyCan) {
        Asking asking = new Asking(turn, AskKind.REVIEW).about(stop, gate);
        List<Choice> ways = new ArrayList<>();
        if (gate.level() != ReviewLevel.HARD) {
            ways.add(OVERRIDE);
        }
        if (somebodyCan) {
            ways.add(ANOTHER_ROUND);
        }
        ways.add(BY_HAND);
        ways.add(STOP);
        asking.choose(gate.level() == ReviewLevel.HARD ? null : OVERRIDE, ways.toArray(Choice[]::new));
        asking.ask("The " + gate.name() + " review of " + stop.name() + " by " + gate.agent() + " does not pass after "
                + changes.round() + (changes.round() == 1 ? " round: " : " rounds: ") + changes.text());
    }

    static void check(Turn turn, @Nullable Stop stop, @Nullable Stretch stretch, String text, boolean somebodyCan) {
        Asking asking = new Asking(turn, AskKind.CHECK);
        asking.step = stop == null ? null : stop.name();
        asking.phase = stretch == null ? null : stretch.name();
        if (somebodyCan) {
            asking.choose(STOP, ANOTHER_ROUND, BY_HAND, GO_ON, STOP);
        } else {
            asking.choose(STOP, BY_HAND, GO_ON, STOP);
        }
        asking.ask("A check does not pass: " + text);
    }

    static void limit(Turn turn, LimitKind limit, String text) {
        Asking asking = new Asking(turn, AskKind.LIMIT).choose(STOP, RAISE, STOP);
        asking.limit = limit;
        asking.ask(text);
    }

    static void rounds(Turn turn, Stop stop) {
        Asking asking = new Asking(turn, AskKind.LIMIT).choose(null, RAISE, STOP);
        asking.limit = LimitKind.ROUNDS;
        asking.step = stop.name();
        asking.ask("What " + stop.agent() + " has reviewed was changed afterwards, and no round is left to look again."
                + " Allow one more?");
    }

    static void override(Turn turn, Stop stop, Gate gate, String by, String why) {
        Asking asking = new Asking(turn, AskKind.OVERRIDE).about(stop, gate).choose(null, APPROVE, REFUSE);
        asking.askedBy = by;
        asking.to = "anybody but " + by;
        asking.ask(by + " wants to override the " + gate.name() + " review of " + stop.name() + ": " + why);
    }

    private Asking about(Stop stop, Gate about) {
        step = stop.name();
        gate = about.name();
        level = about.level();
        return this;
    }

    private Asking choose(@Nullable Choice asUsual, Choice... among) {
        usual = asUsual == null ? null : asUsual.word();
        choices = Arrays.stream(among).map(Choice::word).toList();
        return this;
    }

    private void ask(String text) {
        String askId = "ask-" + (turn.state().askedSoFar() + 1);
        turn.emit(new RunEvent.PersonAsked(
                askId, kind, text, choices, usual, to, step, phase, gate, level, limit, askedBy));
    }

    private static String hint(Turn turn, Stop stop) {
        String hint = turn.state().route().phases().get(stop.phase()).phase().hint();
        return hint == null ? "" : " " + hint;
    }
}
