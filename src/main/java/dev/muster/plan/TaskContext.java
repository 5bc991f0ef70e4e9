package dev.muster.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person gave along with the text.
 *
 * @param modules names of modules that the task is about
 * @param files paths in the repository
 * @param constraints what must be kept to, in words
 * @param answers by question id
 */
public record TaskContext(
        List<String> modules, List<String> files, List<String> constraints, SortedMap<String, String> answers) {
    public static final TaskContext NONE = new TaskContext(List.of(), List.of(), List.of(), new TreeMap<>());

    public TaskContext {
        modules = List.copyOf(modules);
        files = List.copyOf(files);
        constraints = List.copyOf(constraints);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static TaskContext of(
            List<String> modules, List<String> files, List<String> constraints, Map<String, String> answers) {
        return new TaskContext(modules, files, constraints, new TreeMap<>(answers));
    }
}
