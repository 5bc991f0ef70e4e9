package dev.muster.run.turn;

import static dev.muster.run.event.Choice.ANOTHER_ROUND;
import static dev.muster.run.event.Choice.APPROVE;
import static dev.muster.run.event.Choice.BY_HAND;
import static dev.muster.run.event.Choice.GO_ON;
import static dev.muster.run.event.Choice.KEEP;
import static dev.muster.run.event.Choice.NO;
import static dev.muster.run.event.Choice.OVERRIDE;
import static dev.muster.run.event.Choice.RAISE;
import static dev.muster.run.event.Choice.REFUSE;
import static dev.muster.run.event.Choice.SKIP;
import static dev.muster.run.event.Choice.STOP;
import static dev.muster.run.event.Choice.TRY_AGAIN;
import static dev.muster.run.event.Choice.YES;

import dev.muster.agent.executor.Outcome;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Choice;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Trouble;
import dev.muster.run.state.Route.Gate;
import dev.muster.run.state.Route.RunPhase;
import dev.muster.run.state.Route.RunStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks people. Every question has somebody whom it is for, and ways to go on. */
public final class OpenQuestions {
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

    private OpenQuestions(Turn turn, AskKind kind) {
        this.turn = turn;
        this.kind = kind;
    }

    public static void prerequisites(Turn turn, List<String> missing) {
        new OpenQuestions(turn, AskKind.PREREQUISITES)
                .choose(STOP, GO_ON, STOP)
                .ask(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                        + " not in the workspace, and the work builds on it. Go on?");
    }

    public static void escalation(Turn turn, Plan.Escalation escalation, String why) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.ESCALATION).choose(GO_ON, GO_ON, STOP);
        asking.to = escalation.to();
        asking.ask(escalation.kind() + ": " + why + ". Go on?");
    }

    public static void phase(Turn turn, RunPhase runPhase) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.PHASE).choose(YES, YES, NO);
        asking.phase = runPhase.name();
        asking.ask("Is phase " + runPhase.name() + " wanted?");
    }

    public static void question(Turn turn, RunStep stop, @Nullable Gate gate, Outcome.Asked asked) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.QUESTION);
        asking.step = stop.name();
        if (gate != null) {
            asking.about(stop, gate);
        }
        asking.choices = asked.choices();
        asking.ask(asked.question());
    }

    public static void conflict(Turn turn, RunStep stop, String conflicts) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.CONFLICT).choose(null, KEEP, ANOTHER_ROUND, STOP);
        asking.step = stop.name();
        asking.ask(stop.agent() + " says that this does not go together: " + conflicts);
    }

    public static void failure(Turn turn, RunStep stop, String message) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.FAILURE);
        asking.step = stop.name();
        if (stop.hasHardGate()) {
            asking.choose(STOP, TRY_AGAIN, BY_HAND, STOP);
        } else {
            asking.choose(STOP, TRY_AGAIN, BY_HAND, SKIP, STOP);
        }
        asking.ask(stop.agent() + " did not get it done: " + message + hint(turn, stop));
    }

    /** A reviewer that did not give a verdict. A person has to look: no review is no review, whatever is usual. */
    public static void noVerdict(Turn turn, RunStep stop, Gate gate, String message) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.FAILURE).about(stop, gate);
        if (gate.level() == ReviewLevel.HARD) {
            asking.choose(null, TRY_AGAIN, STOP);
        } else {
            asking.choose(null, TRY_AGAIN, OVERRIDE, STOP);
        }
        asking.ask("The " + gate.name() + " review of " + stop.name() + " by " + gate.agent() + " came to no verdict: "
                + message);
    }

    public static void review(Turn turn, RunStep stop, Gate gate, Trouble.ChangesWanted changes, boolean somebodyCan) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.REVIEW).about(stop, gate);
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

    public static void check(
            Turn turn, @Nullable RunStep stop, @Nullable RunPhase runPhase, String text, boolean somebodyCan) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.CHECK);
        asking.step = stop == null ? null : stop.name();
        asking.phase = runPhase == null ? null : runPhase.name();
        if (somebodyCan) {
            asking.choose(STOP, ANOTHER_ROUND, BY_HAND, GO_ON, STOP);
        } else {
            asking.choose(STOP, BY_HAND, GO_ON, STOP);
        }
        asking.ask("A check does not pass: " + text);
    }

    public static void limit(Turn turn, LimitKind limit, String text) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.LIMIT).choose(STOP, RAISE, STOP);
        asking.limit = limit;
        asking.ask(text);
    }

    public static void rounds(Turn turn, RunStep stop) {
        OpenQuestions asking = new OpenQuestions(turn, AskKind.LIMIT).choose(null, RAISE, STOP);
        asking.limit = LimitKind.ROUNDS;
        asking.step = stop.name();
        asking.ask("What " + stop.agent() + " has reviewed was changed afterwards, and no round is left to look again."
                + " Allow one more?");
    }

    public static void override(Turn turn, RunStep stop, Gate gate, String by, String why) {
        OpenQuestions asking =
                new OpenQuestions(turn, AskKind.OVERRIDE).about(stop, gate).choose(null, APPROVE, REFUSE);
        asking.askedBy = by;
        asking.to = "anybody but " + by;
        asking.ask(by + " wants to override the " + gate.name() + " review of " + stop.name() + ": " + why);
    }

    private OpenQuestions about(RunStep stop, Gate about) {
        step = stop.name();
        gate = about.name();
        level = about.level();
        return this;
    }

    private OpenQuestions choose(@Nullable Choice asUsual, Choice... among) {
        usual = asUsual == null ? null : asUsual.word();
        choices = Arrays.stream(among).map(Choice::word).toList();
        return this;
    }

    private void ask(String text) {
        String askId = "ask-" + (turn.state().askedSoFar() + 1);
        turn.emit(new RunEvent.PersonAsked(
                askId, kind, text, choices, usual, to, step, phase, gate, level, limit, askedBy));
    }

    private static String hint(Turn turn, RunStep stop) {
        String hint = turn.state().route().phases().get(stop.phase()).phase().hint();
        return hint == null ? "" : " " + hint;
    }
}
