package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.source.Faults;
import dev.muster.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@code *.cases.yaml} file. */
final class CaseFile {
    private final CaseWords words;
    private final Faults faults;

    private CaseFile(CaseWords words, Faults faults) {
        this.words = words;
        this.faults = faults;
    }

    static List<Case> read(String file, String text, CaseWords words, Faults faults) {
        CaseFile cases = new CaseFile(words, faults);
        YamlNode root = YamlNode.parse(file, text, faults);
        return root.items().stream().map(cases::read).toList();
    }

    private Case read(YamlNode node) {
        node.onlyKeys("name", "task", "context", "facts", "then", "not");
        String name = node.required("name").text();
        Task task = task(node.get("task"));
        List<Object> facts = node.get("facts").items().stream()
                .flatMap(fact -> new CaseFacts(words, faults).read(fact).stream())
                .toList();
        if (!node.has("task") && !node.has("facts")) {
            faults.add(node.place(), "A case needs a task or facts: what is the pack asked?");
        }
        Expectations expectations = new Expectations(words, faults);
        List<Expectation> then = expectations.wanted(node.get("then"));
        List<Expectation> not = expectations.unwanted(node.get("not"));
        if (!node.has("then") && !node.has("not")) {
            faults.add(node.place(), "A case needs \"then\" or \"not\": without them it could never be red.");
        }
        contradictions(then, not);
        TaskContext context = context(node.get("context"));
        return new Case(name, node.place(), task, context, facts, then, not, expectations.pointless());
    }

    private void contradictions(List<Expectation> then, List<Expectation> not) {
        for (Expectation unwanted : not) {
            then.stream()
                    .filter(e -> e.aspect() == unwanted.aspect() && e.wanted().equals(unwanted.wanted()))
                    .forEach(wanted -> faults.add(
                            unwanted.place(),
                            "\"then\" asks for what \"not\" rules out (line "
                                    + wanted.place().line() + "), so the case could never be green."));
        }
    }

    /** A text alone is the description, as on the command line. */
    private static @Nullable Task task(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        if (node.isScalar()) {
            return task(node, "", node.text());
        }
        node.onlyKeys("title", "description");
        return task(node, node.get("title").textOr(""), node.get("description").textOr(""));
    }

    private static @Nullable Task task(YamlNode node, String title, String description) {
        if (title.isBlank() && description.isBlank()) {
            node.fault("The task is empty; write what a person would submit.");
            return null;
        }
        return new Task(title, description);
    }

    private static TaskContext context(YamlNode node) {
        node.onlyKeys("modules", "files", "constraints", "answers", "workspace");
        Map<String, String> answers = new LinkedHashMap<>();
        node.get("answers").entries().forEach((question, answer) -> answers.put(question, answer.text()));
        return TaskContext.of(
                        node.get("modules").texts(),
                        node.get("files").texts(),
                        node.get("constraints").texts(),
                        answers)
                .withWorkspace(workspace(node.get("workspace")));
    }

    private static @Nullable Workspace workspace(YamlNode node) {
        node.onlyKeys("files", "dependencies", "complete");
        return node.isPresent()
                ? new Workspace(
                        node.get("files").texts(),
                        node.get("dependencies").texts(),
                        node.get("complete").boolOr(true))
                : null;
    }
}
