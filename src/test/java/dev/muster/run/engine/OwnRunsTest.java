package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.event.Chain;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnRunsTest {
    private final Map<String, RunHead> heads = new HashMap<>();
    private final OwnRuns own = new OwnRuns(heads::get);

    private void run(int number, RunStatus status) {
        String id = "r" + number;
        heads.put(
                id,
                new RunHead(
                        id,
                        "p",
                        1,
                        "backend",
                        "Upload",
                        RunMode.REAL,
                        status,
                        "ann",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1,
                        Chain.of(id)));
        own.add(id);
    }

    @Test
    void runs_that_ended_are_forgotten() {
        for (int i = 0; i < 10_000; i++) {
            run(i, i % 2 == 0 ? RunStatus.COMPLETED : RunStatus.CANCELLED);
        }

        assertThat(own.all()).hasSizeLessThan(100);
    }

    @Test
    void runs_that_are_open_or_not_kept_yet_stay_own() {
        own.add("not kept yet");
        for (int i = 0; i < 1_000; i++) {
            run(i, i % 10 == 0 ? RunStatus.WAITING : RunStatus.COMPLETED);
        }

        assertThat(own.all()).contains("not kept yet", "r0", "r10", "r500", "r990");
        assertThat(own.all()).hasSizeLessThan(300);
        assertThat(own.contains("r990")).isTrue();
    }
}
