package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.policies.LiveRig;
import dev.muster.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans are asked for without a pause while files are edited: each is wholly of one edition, and none fails. */
class ConcurrentReloadTest {
    private static final int PLANNERS = 4;
    private static final int EDITIONS = 20;
    private static final int PLANS_PER_EDITION = 5;

    @TempDir
    Path folder;

    @Test
    void each_plan_is_wholly_of_one_edition_and_none_fails() throws Exception {
        SmallPack pack = SmallPack.in(folder);
        LiveRig rig = new LiveRig(pack);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(PLANNERS)) {
            List<Future<List<Plan>>> planners = new ArrayList<>();
            for (int i = 0; i < PLANNERS; i++) {
                planners.add(executor.submit(planner(rig, done)));
            }
            Map<String, Integer> editions = edit(pack, rig);
            done.set(true);
            List<Plan> plans = new ArrayList<>();
            for (Future<List<Plan>> planner : planners) {
                plans.addAll(planner.get(1, TimeUnit.MINUTES));
            }
            assertThat(plans).allSatisfy(plan -> {
                int edition = Objects.requireNonNull(editions.get(plan.pack().version()));
                assertThat(LiveRig.editions(plan))
                        .containsExactly("Do it by edition " + edition + ".", "The table of edition " + edition);
            });
            assertThat(plans.stream().map(plan -> plan.pack().version()).distinct())
                    .hasSizeGreaterThan(EDITIONS / 2);
        }
    }

    private volatile CountDownLatch planned = new CountDownLatch(0);

    /** The edition of each version; every third edit is broken in between and must not be seen. */
    private Map<String, Integer> edit(SmallPack pack, LiveRig rig) throws InterruptedException {
        Map<String, Integer> editions = new TreeMap<>();
        editions.put(rig.served(), 1);
        for (int edition = 2; edition <= EDITIONS; edition++) {
            pack.rule(edition);
            if (edition % 3 == 0) {
                SmallPack.write(pack.file("risks.csv"), "risk\n\"The table of");
                rig.look();
            }
            pack.table(edition);
            rig.look();
            editions.put(rig.served(), edition);
            planned = new CountDownLatch(PLANS_PER_EDITION);
            assertThat(planned.await(1, TimeUnit.MINUTES)).isTrue();
        }
        return editions;
    }

    private Callable<List<Plan>> planner(LiveRig rig, AtomicBoolean done) {
        return () -> {
            List<Plan> plans = new ArrayList<>();
            while (!done.get()) {
                plans.add(rig.plan());
                planned.countDown();
            }
            return plans;
        };
    }
}
