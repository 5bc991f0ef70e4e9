package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.plan.Plan;
import dev.muster.policy.LabelledTasks.LabelledTask;
import dev.muster.policy.LabelledTasks.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How well the shipped pack reads real tasks; floors just below today's figures, so that a step back is noticed. */
class LabelledTasksTest {
    private static final List<String> SETS =
            List.of("task_types", "security_triggers", "performance_triggers", "escalate");
    private static final boolean DETAILS = Boolean.getBoolean("muster.tasks.details");

    @Test
    void shipped_pack_on_labelled_tasks_reads_better_than_keywords() {
        LabelledTasks labelled = LabelledTasks.find();
        assumeTrue(labelled != null, "MUSTER_TASKS names no file of labelled tasks, so nothing is measured");
        Pack pack = Shipped.backend();
        Map<String, Score> scores = new LinkedHashMap<>();
        Map<String, Score> byValue = new TreeMap<>();
        int patterns = 0;
        int scopes = 0;
        for (LabelledTask task : Objects.requireNonNull(labelled).tasks()) {
            Plan plan = Shipped.plan(pack, task.title(), task.text());
            for (String label : SETS) {
                Set<String> expected = task.set(label);
                Set<String> found = LabelledTasks.found(plan, label);
                scores.merge(label, Score.NONE.plus(expected, found), Score::plus);
                note(byValue, task, label, expected, found);
            }
            patterns += same(task, "pattern", plan.analysis().pattern());
            scopes += same(task, "scope", plan.analysis().scope());
        }
        int count = labelled.tasks().size();
        Score all = scores.values().stream().reduce(Score.NONE, Score::plus);
        byValue.forEach((value, score) -> System.out.println("  " + value + ": " + score));
        scores.forEach((label, score) -> System.out.println(label + ": " + score));
        System.out.printf(
                "all sets: %s%npattern: %.2f, scope: %.2f of %d tasks%n",
                all, (double) patterns / count, (double) scopes / count, count);
        assertThat(all.f1())
                .as("micro-F1 over all sets; a keyword reader has 0.48")
                .isGreaterThan(0.8);
        assertThat((double) patterns / count)
                .as("pattern; a keyword reader has 0.53")
                .isGreaterThan(0.84);
        assertThat((double) scopes / count)
                .as("scope; a keyword reader has 0.80")
                .isGreaterThan(0.91);
    }

    private static void note(
            Map<String, Score> byValue, LabelledTask task, String label, Set<String> expected, Set<String> found) {
        for (String value : expected) {
            Set<String> hit = found.contains(value) ? Set.of(value) : Set.of();
            byValue.merge(label + "/" + value, Score.NONE.plus(Set.of(value), hit), Score::plus);
        }
        for (String value : found) {
            if (!expected.contains(value)) {
                byValue.merge(label + "/" + value, Score.NONE.plus(Set.of(), Set.of(value)), Score::plus);
            }
        }
        if (DETAILS && !expected.equals(found)) {
            System.out.println(
                    task.id() + " " + label + ": expected " + expected + " found " + found + " — " + task.title());
        }
    }

    private static int same(LabelledTask task, String label, String found) {
        if (DETAILS && !task.single(label).equals(found)) {
            System.out.println(task.id() + " " + label + ": expected " + task.single(label) + " found " + found + " — "
                    + task.title());
        }
        return task.single(label).equals(found) ? 1 : 0;
    }
}
