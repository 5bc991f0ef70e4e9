package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import dev.muster.agent.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a first pack guesses, and what only a person can decide. */
final class Decisions {
    private Decisions() {}

    static List<String> about(AgentFile agent, List<String> words) {
        List<String> decide = new ArrayList<>();
        if (words.isEmpty()) {
            decide.add("Nothing tells it from the other agents, so no text brings it in: which words shall?");
        }
        if (agent.description().isBlank()) {
            decide.add("It has no description: what is it for?");
        }
        agent.diagnostics().stream()
                .filter(found -> found.check().equals("code"))
                .map(Diagnostic::message)
                .map(message -> "It brings code of its own: " + message)
                .forEach(decide::add);
        return decide;
    }

    static String document(String name, List<Draft> drafts, @Nullable String code, @Nullable String security) {
        StringBuilder text =
                new StringBuilder("# What to decide about the pack " + name + "\n\n" + "This pack was made of "
                        + drafts.size() + " agents. It plans as it is. These are its guesses; a person decides:\n\n");
        text.append("- **Reviews.** ").append(reviews(code, security)).append('\n');
        text.append(
                "- **Phases** in pack.yaml: planning, implementation, quality, documentation. Is that your order?\n");
        text.append("- **Limits** in pack.yaml: steps, time and cost of a run.\n");
        text.append(
                "- **Words** in signals.yaml: taken from names and descriptions. Try `muster plan` with ten real tasks.\n");
        text.append("- **Checks**: no command has to pass yet. Name them in pack.yaml, such as your tests.\n\n");
        text.append("| Agent | Guessed | To decide |\n|---|---|---|\n");
        for (Draft draft : drafts) {
            text.append("| ")
                    .append(cell(draft.name()))
                    .append(" | ")
                    .append(draft.role())
                    .append(" in ")
                    .append(draft.kind().phase())
                    .append(" | ")
                    .append(cell(String.join(" ", draft.decide())))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String reviews(@Nullable String code, @Nullable String security) {
        String first = code == null ? "Nobody reviews code." : "`" + code + "` reviews all code.";
        String second = security == null
                ? " Nobody reviews for security."
                : " `" + security + "` reviews what touches security.";
        return first + second + " Is that right, and which reviews are binding (`level` in pack.yaml)?";
    }

    private static String cell(String text) {
        return Quoted.flat(text).replace("|", "\\|");
    }
}
