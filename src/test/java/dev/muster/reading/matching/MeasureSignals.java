package dev.muster.reading.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shows how well each signal of pack {@code backend} separates each label of the real tasks: of how many tasks with the
 * signal the label is right (precision), and how many tasks with the label have it (recall). To run on demand:
 * {@code MUSTER_TASKS=…/dev.jsonl java -cp … dev.muster.reading.matching.MeasureSignals}.
 */
final class MeasureSignals {
    private record Labelled(String id, Set<String> labels, Set<String> signals) {}

    private MeasureSignals() {}

    public static void main(String[] arguments) throws IOException {
        String file = System.getenv("MUSTER_TASKS");
        if (file == null) {
            System.out.println("MUSTER_TASKS is not set; it names the file with the labelled tasks.");
            return;
        }
        List<Labelled> tasks = new ArrayList<>();
        Signals signals = BackendSignalsTest.backend();
        for (String line : Files.readAllLines(Path.of(file))) {
            tasks.add(read(new ObjectMapper().readTree(line), signals));
        }
        if (arguments.length > 0 && arguments[0].equals("tasks")) {
            tasks.forEach(task -> System.out.println(task.id() + "\t" + task.labels() + "\t" + task.signals()));
        } else {
            print(tasks, System.out);
        }
    }

    private static Labelled read(JsonNode task, Signals signals) {
        Reading reading = Reader.read(
                new Task(task.get("title").asText(), task.get("text").asText()), signals);
        Set<String> names = new LinkedHashSet<>();
        for (Signal signal : reading.signals()) {
            names.add(signal.name());
            if (signal.inTitle()) {
                names.add("title:" + signal.name());
            }
        }
        Set<String> labels = new TreeSet<>();
        task.get("labels").properties().forEach(label -> {
            if (label.getValue().isArray()) {
                label.getValue().forEach(value -> labels.add(label.getKey() + "=" + value.asText()));
            } else {
                labels.add(label.getKey() + "=" + label.getValue().asText());
            }
        });
        return new Labelled(task.get("id").asText(), labels, names);
    }

    private static void print(List<Labelled> tasks, PrintStream out) {
        Map<String, Long> labels = count(tasks.stream().map(Labelled::labels).toList());
        Map<String, Long> signals = count(tasks.stream().map(Labelled::signals).toList());
        labels.forEach((label, right) -> {
            out.printf("%n%s (%d tasks)%n", label, right);
            signals.entrySet().stream()
                    .map(signal -> score(tasks, label, right, signal.getKey(), signal.getValue()))
                    .sorted(Comparator.comparingDouble(Score::f1).reversed())
                    .limit(12)
                    .forEach(score -> out.printf(
                            "  %-32s precision %.2f  recall %.2f  (%d of %d)%n",
                            score.signal(), score.precision(), score.recall(), score.both(), score.found()));
        });
    }

    private record Score(String signal, long both, long found, long right) {
        double precision() {
            return (double) both / found;
        }

        double recall() {
            return (double) both / right;
        }

        double f1() {
            return 2.0 * both / (found + right);
        }
    }

    private static Score score(List<Labelled> tasks, String label, long right, String signal, long found) {
        long both = tasks.stream()
                .filter(task -> task.labels().contains(label) && task.signals().contains(signal))
                .count();
        return new Score(signal, both, found, right);
    }

    private static Map<String, Long> count(List<Set<String>> sets) {
        Map<String, Long> counts = new TreeMap<>();
        sets.forEach(set -> set.forEach(name -> counts.merge(name, 1L, Long::sum)));
        return counts;
    }
}
