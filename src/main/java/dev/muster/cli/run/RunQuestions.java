package dev.muster.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.Signature;
import dev.muster.run.event.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal what a run waits for. */
final class RunQuestions {
    private final Runs runs;
    private final Function<String, Signature> signing;
    private final BufferedReader in;
    private final PrintWriter err;

    /** @param signing makes the signature of what is said here, with its reason */
    RunQuestions(Runs runs, Function<String, Signature> signing, BufferedReader in, PrintWriter err) {
        this.runs = runs;
        this.signing = signing;
        this.in = in;
        this.err = err;
    }

    /** Asks one thing until it is answered or left for later; whether it was answered. */
    boolean ask(InboxEntry entry) {
        err.println();
        err.println("? " + Printable.line(entry.text()));
        AskLines.about(entry).forEach(line -> err.println("    " + line));
        return entry.kind().equals("work") ? handIn(entry) : answer(entry);
    }

    private boolean answer(InboxEntry entry) {
        List<String> choices = entry.choices();
        for (int i = 0; i < choices.size(); i++) {
            err.println("  " + (i + 1) + ". " + Printable.line(choices.get(i))
                    + (choices.get(i).equals(entry.usual()) ? " (usual)" : ""));
        }
        while (true) {
            String line = line(choices.isEmpty() ? "(empty: later) > " : "(number or words; empty: later) > ");
            if (line.isEmpty()) {
                return false;
            }
            String answer = chosen(line, choices);
            if (answer != null
                    && given(() -> runs.answer(entry.run(), entry.id(), answer, signing.apply(line("why > "))))) {
                return true;
            }
        }
    }

    private @Nullable String chosen(String line, List<String> choices) {
        if (choices.isEmpty() || choices.contains(line)) {
            return line;
        }
        if (line.matches("\\d{1,3}") && Integer.parseInt(line) >= 1 && Integer.parseInt(line) <= choices.size()) {
            return choices.get(Integer.parseInt(line) - 1);
        }
        err.println("That is none of the choices.");
        return null;
    }

    /** The work of a person: a line about what was done, and for a review what it comes to. */
    private boolean handIn(InboxEntry entry) {
        return entry.isReview() ? review(entry) : work(entry);
    }

    private boolean work(InboxEntry entry) {
        while (true) {
            String summary = line("What was done? (empty: later) > ");
            if (summary.isEmpty()) {
                return false;
            }
            if (handedIn(entry, PersonsWork.done(summary), "")) {
                return true;
            }
        }
    }

    /** The verdict is said in so many words: an end of the input, or an empty line, passes nothing. */
    private boolean review(InboxEntry entry) {
        while (true) {
            String word = line("pass or changes? (empty: later) > ");
            if (word.isEmpty()) {
                return false;
            }
            List<String> findings = word.equals("changes") ? findings() : List.of();
            if (!word.equals("pass") && findings.isEmpty()) {
                err.println("A review comes to `pass`, or to `changes` and what must be changed.");
            } else {
                String why = line("why > ");
                if (handedIn(entry, PersonsWork.verdict(word, findings, why), why)) {
                    return true;
                }
            }
        }
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (String text = line("What must be changed? > ");
                !text.isEmpty();
                text = line("What else? (empty: nothing more) > ")) {
            findings.add(text);
        }
        return findings;
    }

    private boolean handedIn(InboxEntry entry, ObjectNode report, String why) {
        return given(() -> runs.handIn(entry.run(), entry.id(), signing.apply(why), report));
    }

    private boolean given(Runnable giving) {
        try {
            giving.run();
            return true;
        } catch (Refusal e) {
            boolean again = e.reason() instanceof RunReason.NotTaken refused
                    && refused.word().equals("invalid");
            err.println(e.reason().found() + (again ? "" : " " + e.reason().advice()));
            return !again;
        }
    }

    private String line(String prompt) {
        err.print(prompt);
        err.flush();
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
