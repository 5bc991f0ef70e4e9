package dev.muster.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.InboxEntry;
import dev.muster.app.Reason;
import dev.muster.app.Refusal;
import dev.muster.app.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal what a run waits for. */
final class RunQuestions {
    private final Runs runs;
    private final String as;
    private final BufferedReader in;
    private final PrintWriter err;

    RunQuestions(Runs runs, String as, BufferedReader in, PrintWriter err) {
        this.runs = runs;
        this.as = as;
        this.in = in;
        this.err = err;
    }

    /** Asks one thing until it is answered or left for later; whether it was answered. */
    boolean ask(InboxEntry entry) {
        err.println();
        err.println("? " + entry.text());
        return entry.kind().equals("work") ? handIn(entry) : answer(entry);
    }

    private boolean answer(InboxEntry entry) {
        List<String> choices = entry.choices();
        for (int i = 0; i < choices.size(); i++) {
            err.println(
                    "  " + (i + 1) + ". " + choices.get(i) + (choices.get(i).equals(entry.usual()) ? " (usual)" : ""));
        }
        while (true) {
            String line = line(choices.isEmpty() ? "(empty: later) > " : "(number or words; empty: later) > ");
            if (line.isEmpty()) {
                return false;
            }
            String answer = chosen(line, choices);
            if (answer != null && given(() -> runs.answer(entry.run(), entry.id(), answer, as, line("why > ")))) {
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
        boolean review = entry.gate() != null;
        while (true) {
            String summary =
                    line(review ? "What did you look at? (empty: later) > " : "What was done? (empty: later) > ");
            if (summary.isEmpty()) {
                return false;
            }
            ObjectNode report = JsonNodeFactory.instance.objectNode();
            report.set("result", review ? verdict(summary) : work(summary));
            if (given(() -> runs.handIn(entry.run(), entry.id(), as, report))) {
                return true;
            }
        }
    }

    private static ObjectNode work(String summary) {
        return JsonNodeFactory.instance.objectNode().put("status", "done").put("summary", summary);
    }

    private ObjectNode verdict(String summary) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        var findings = result.putArray("findings");
        for (String text = line("What must be changed? (empty: nothing more) > ");
                !text.isEmpty();
                text = line("What else? (empty: nothing more) > ")) {
            findings.addObject().put("severity", "high").put("text", text).put("mustFix", true);
        }
        return result.put("verdict", findings.isEmpty() ? "pass" : "changes").put("summary", summary);
    }

    private boolean given(Runnable giving) {
        try {
            giving.run();
            return true;
        } catch (Refusal e) {
            if (e.reason() instanceof Reason.NotTaken refused && !refused.word().equals("invalid")) {
                err.println(refused.found());
                return true;
            }
            err.println(e.reason().found());
            return false;
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
