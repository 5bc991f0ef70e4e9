package dev.muster.policy.cases;

import dev.muster.fact.Task;
import dev.muster.plan.TaskContext;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a {@code *.cases.yaml} file. */
final class CaseFile {
    private CaseFile() {}

    static List<Case> read(String file, String text, Faults faults) {
        YamlNode root = YamlNode.parse(file, text, faults);
        return root.items().stream().map(node -> read(node, faults)).toList();
    }

    private static Case read(YamlNode node, Faults faults) {
        node.onlyKeys("name", "task", "context", "facts", "then", "not");
        String name = node.required("name").text();
        Task task = task(node.get("task"));
        List<Object> facts = node.get("facts").items().stream()
                .flatMap(fact -> CaseFacts.read(fact, faults).stream())
                .toList();
        if (task == null && facts.isEmpty()) {
            faults.add(node.place(), "A case needs a task or facts: what is the pack asked?");
        }
        List<Expectation> then = expectations(node.get("then"), faults);
        List<Expectation> not = expectations(node.get("not"), faults);
        if (!node.has("then") && !node.has("not")) {
            faults.add(node.place(), "A case needs \"then\" or \"not\": without them it could never be red.");
        }
        return new Case(name, node.place(), task, context(node.get("context")), facts, then, not);
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
        node.onlyKeys("modules", "files", "constraints", "answers");
        Map<String, String> answers = new LinkedHashMap<>();
        node.get("answers").entries().forEach((question, answer) -> answers.put(question, answer.text()));
        return TaskContext.of(
                node.get("modules").texts(),
                node.get("files").texts(),
                node.get("constraints").texts(),
                answers);
    }

    private static List<Expectation> expectations(YamlNode node, Faults faults) {
        List<Expectation> expectations = new ArrayList<>();
        node.entries().forEach((key, value) -> {
            Aspect aspect = Aspect.of(key);
            if (aspect == null) {
                faults.add(
                        node.keyPlace(key),
                        "A case cannot look at \"" + key + "\"." + Nearest.hint(key, Aspect.keys()));
                return;
            }
            List<YamlNode> wanted = value.isList() ? value.items() : List.of(value);
            wanted.forEach(item -> expectations.add(new Expectation(aspect, wanted(item), item.place())));
            if (wanted.isEmpty()) {
                faults.add(value.place(), "An empty list asks for nothing; take it out, or say what is wanted.");
            }
        });
        return expectations;
    }

    private static Object wanted(YamlNode node) {
        return node.isScalar() ? node.text() : Objects.requireNonNullElse(node.value(), "");
    }
}
