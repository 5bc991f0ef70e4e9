package dev.muster.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.TaskContext;
import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import dev.muster.policy.files.FileTree;
import dev.muster.source.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand tasks on two versions of the shipped pack take less than fifteen seconds; every build tries some of them. */
class ImpactSpeedTest {
    private static final int TASKS = OnDemand.size("impact.tasks", 40, 1000);
    private static final Duration MOST = Duration.ofSeconds(15);
    private static final List<String> TEXTS = List.of(
            "Add an endpoint where customers upload invoices as PDF, store them in S3 and notify the accountant by e-mail",
            "The nightly job that sends reports fails with a timeout when there are more than a thousand subscribers",
            "Rename the column customer_name without downtime and backfill the stored data in batches",
            "Users report that login with two factor authentication is slow; find the bottleneck and fix it",
            "Write the documentation of the payment endpoint with examples");

    @Test
    void many_tasks_are_planned_twice_in_bounded_time() {
        FileTree rules = Shipped.rules();
        String file = "backend/reviews.drl";
        FileTree moved = rules.with(FileTree.of(Map.of(file, rules.text(file, new Faults()) + "\n// moved\n")));
        Pack before = Shipped.backend();
        Pack after = Shipped.pack(moved);
        List<PlannedTask> tasks = IntStream.range(0, TASKS)
                .mapToObj(i ->
                        new PlannedTask("T" + i, "", TEXTS.get(i % TEXTS.size()) + " (" + i + ")", TaskContext.NONE))
                .toList();

        long start = System.nanoTime();
        Impact impact = Impacts.of(before, after, tasks, done -> {});
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(impact.tasks()).isEqualTo(TASKS);
        assertThat(impact.changed()).isZero();
        assertThat(took).as("two plans for each of " + TASKS + " tasks").isLessThan(MOST);
    }
}
