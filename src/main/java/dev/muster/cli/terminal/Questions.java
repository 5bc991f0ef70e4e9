package dev.muster.cli.terminal;

import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal what a plan needs to know. */
public final class Questions {
    private final BufferedReader in;
    private final PrintWriter out;
    private final Set<String> asked = new HashSet<>();

    Questions(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Asks until nothing is open that was not asked yet; an answer can bring new questions. An empty answer leaves a question
     * open.
     *
     * @param answered gives the next version of the plan
     */
    public Plan ask(Plan plan, BiFunction<Plan, Map<String, String>, Plan> answered) {
        Plan current = plan;
        while (true) {
            Map<String, String> answers = new TreeMap<>();
            current.allQuestions().filter(question -> asked.add(question.id())).forEach(question -> {
                String answer = answer(question);
                if (answer != null) {
                    answers.put(question.id(), answer);
                }
            });
            if (answers.isEmpty()) {
                return current;
            }
            current = answered.apply(current, answers);
        }
    }

    private @Nullable String answer(Question question) {
        out.println(question.text());
        List<String> choices = question.choices();
        for (int i = 0; choices != null && i < choices.size(); i++) {
            out.println("  " + (i + 1) + ". " + choices.get(i));
        }
        while (true) {
            out.print(choices == null ? "(empty: later) > " : "(number or words; empty: later) > ");
            out.flush();
            String line = line();
            if (line.isEmpty()) {
                return null;
            }
            if (choices == null || choices.contains(line)) {
                return line;
            }
            if (line.matches("\\d{1,3}") && Integer.parseInt(line) >= 1 && Integer.parseInt(line) <= choices.size()) {
                return choices.get(Integer.parseInt(line) - 1);
            }
            out.println("That is none of the choices.");
        }
    }

    private String line() {
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
