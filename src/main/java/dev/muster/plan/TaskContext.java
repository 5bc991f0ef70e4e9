package dev.muster.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave along with the text.
 *
 * @param modules names of modules that the task is about
 * @param files paths in the repository
 * @param constraints what must be kept to, in words
 * @param answers by question id
 * @param workspace what was found where the work is to be done; null where nobody could look
 */
public record TaskContext(
        List<String> modules,
        List<String> files,
        List<String> constraints,
        SortedMap<String, String> answers,
        @Nullable Workspace workspace) {
    public static final TaskContext NONE = of(List.of(), List.of(), List.of(), Map.of());

    public TaskContext {
        modules = List.copyOf(modules);
        files = List.copyOf(files);
        constraints = List.copyOf(constraints);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static TaskContext of(
            List<String> modules, List<String> files, List<String> constraints, Map<String, String> answers) {
        return new TaskContext(modules, files, constraints, new TreeMap<>(answers), null);
    }

    public TaskContext withWorkspace(@Nullable Workspace found) {
        return new TaskContext(modules, files, constraints, answers, found);
    }

    /** With further answers; one that was given before is replaced. */
    public TaskContext withAnswers(Map<String, String> further) {
        TreeMap<String, String> all = new TreeMap<>(answers);
        all.putAll(further);
        return new TaskContext(modules, files, constraints, all, workspace);
    }
}
