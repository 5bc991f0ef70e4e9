package dev.muster.run.accept;

import dev.muster.run.accept.Acceptance.Kind;
import dev.muster.run.accept.Acceptance.Refused;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Choice;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.state.Ask;
import dev.muster.run.turn.Placeholder;
import dev.muster.run.turn.Turn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a person's answer: whether it counts, and what follows from it at once. */
final class AnswerAcceptance {
    private AnswerAcceptance() {}

    static @Nullable Refused answer(Turn turn, Input.Answer answer) {
        Ask ask = turn.state().ask(answer.askId());
        if (ask == null) {
            return notOpen(turn, answer.askId());
        }
        PersonAsked asked = ask.asked();
        Choice choice = Choice.of(answer.answer());
        Refused refused = refusal(asked, answer, choice);
        if (refused != null) {
            return refused;
        }
        boolean free = asked.choices().isEmpty() || asked.kind() == AskKind.QUESTION;
        String word =
                free ? answer.answer().strip() : Objects.requireNonNull(choice).word();
        Choice chosen = free ? null : choice;
        Refused unproven = Proving.missing(turn.state(), asked, chosen, answer.proof());
        if (unproven != null) {
            return unproven;
        }
        turn.emit(new RunEvent.PersonAnswered(answer.askId(), word, answer.by().strip(), answer.why(), answer.proof()));
        new AnswerEffects(turn, asked, answer).follow(chosen);
        return Proving.missing(turn, asked, chosen, answer.proof());
    }

    private static Refused notOpen(Turn turn, String askId) {
        for (int i = 1; i <= turn.state().askedSoFar(); i++) {
            if (askId.equals("ask-" + i)) {
                return new Refused(Kind.STALE, askId + " was answered already, or needs no answer any more.");
            }
        }
        return new Refused(Kind.UNKNOWN, "This run has not asked " + askId + ".");
    }

    private static @Nullable Refused refusal(PersonAsked asked, Input.Answer answer, @Nullable Choice choice) {
        if (answer.by().isBlank()) {
            return new Refused(Kind.INVALID, "An answer has a name: say who gives it.");
        }
        if (Placeholder.isLeft(answer.answer())) {
            return new Refused(Kind.INVALID, "The answer to " + asked.askId() + " is empty.");
        }
        boolean fits = asked.choices().isEmpty()
                || asked.choices().stream()
                        .anyMatch(word -> word.equalsIgnoreCase(answer.answer().strip()))
                || choice != null && asked.choices().contains(choice.word());
        if (!fits) {
            return new Refused(
                    Kind.INVALID,
                    "\"" + answer.answer() + "\" is no answer to " + asked.askId() + "; it is one of "
                            + String.join(", ", asked.choices()) + ".");
        }
        if (asked.kind() == AskKind.QUESTION || choice == null) {
            return null;
        }
        if (choice == Choice.APPROVE
                && answer.by()
                        .strip()
                        .equalsIgnoreCase(
                                Objects.requireNonNull(asked.askedBy()).strip())) {
            return new Refused(
                    Kind.NOT_ALLOWED, answer.by() + " asked for this override; somebody else has to approve it.");
        }
        return choice.needsReason() && Placeholder.isLeft(answer.why())
                ? new Refused(Kind.INVALID, "\"" + choice.word() + "\" needs a reason, for the record.")
                : null;
    }
}
