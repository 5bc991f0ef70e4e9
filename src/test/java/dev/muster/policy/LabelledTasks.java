package dev.muster.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Real tasks with the labels that a careful lead engineer gave them, from the file that {@code MUSTER_TASKS} names. */
record LabelledTasks(List<LabelledTask> tasks) {

    record LabelledTask(String id, String title, String text, JsonNode labels) {
        Set<String> set(String label) {
            Set<String> names = new TreeSet<>();
            labels.get(label).forEach(name -> names.add(name.asText()));
            return names;
        }

        String single(String label) {
            return labels.get(label).asText();
        }
    }

    /** Null where nobody named a file. */
    static @Nullable LabelledTasks find() {
        String file = System.getenv("MUSTER_TASKS");
        if (file == null || file.isBlank()) {
            return null;
        }
        ObjectMapper json = new ObjectMapper();
        List<LabelledTask> tasks = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode task = json.readTree(line);
                tasks.add(new LabelledTask(
                        task.get("id").asText(),
                        task.get("title").asText(),
                        task.get("text").asText(),
                        task.get("labels")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LabelledTasks(tasks);
    }

    /** What a plan says where a label has several values. */
    static Set<String> found(Plan plan, String label) {
        List<Plan.Named> named = switch (label) {
            case "task_types" -> plan.analysis().taskTypes();
            case "security_triggers" -> plan.analysis().securityTriggers();
            case "performance_triggers" -> plan.analysis().performanceTriggers();
            default -> List.of();
        };
        return label.equals("escalate")
                ? new TreeSet<>(
                        plan.escalations().stream().map(Plan.Escalation::kind).toList())
                : new TreeSet<>(named.stream().map(Plan.Named::name).toList());
    }

    /** Precision, recall and their harmonic mean over all values of a label in all tasks. */
    record Score(int right, int wrong, int missed) {
        static final Score NONE = new Score(0, 0, 0);

        Score plus(Set<String> expected, Set<String> found) {
            int hit = (int) found.stream().filter(expected::contains).count();
            return new Score(right + hit, wrong + found.size() - hit, missed + expected.size() - hit);
        }

        Score plus(Score other) {
            return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return "F1 %.2f (right %d, wrong %d, missed %d)".formatted(f1(), right, wrong, missed);
        }
    }
}
