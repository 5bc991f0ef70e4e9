package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.agent.executor.Assignments;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.Heard;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever processes a program starts, and whenever it is cancelled, nothing is left of it. */
@EnabledOnOs(OS.LINUX)
class RandomTreesTest {
    @TempDir
    Path folder;

    @Test
    void cancelled_tree_is_gone() throws InterruptedException {
        int trees = OnDemand.size("fuzz.trees", 6, 300);
        for (int seed = 0; seed < trees; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String script = "echo begun\n" + lines(random, 3);
            String key = "test-plan/1/tree/" + seed + "/" + System.nanoTime();
            AttemptId id = new AttemptId("run-1", "test-plan", 1, "tree", 1, 1, key, 1);
            Heard heard = new Heard();
            Call call = Scripts.script(folder, Kind.TEXT, script)
                    .start(Assignments.of(folder, Purpose.WORK, Assignments.agent(), null, id), heard);
            if (random.nextInt(4) > 0) {
                heard.awaitLine();
            }
            long start = System.nanoTime();
            call.cancel("enough");
            heard.outcome();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d:\n%s", seed, script)
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(MarkedProcesses.of(key))
                    .as("seed %d:\n%s", seed, script)
                    .allMatch(marked -> MarkedProcesses.isZombie(marked.handle()));
            assertThat(heard.outcomes).hasSize(1);
        }
    }

    /** Lines of a shell script that start processes, deeper ones in turn. */
    private static String lines(SplittableRandom random, int depth) {
        StringBuilder lines = new StringBuilder();
        if (random.nextInt(3) == 0) {
            lines.append(random.nextBoolean() ? "trap '' TERM INT HUP\n" : "trap 'exit 0' TERM\n");
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            String child = depth == 0
                    ? "sleep 600"
                    : "sh -c '" + lines(random, depth - 1).replace("'", "'\\''") + "'";
            lines.append(
                            switch (random.nextInt(5)) {
                                case 0 -> child + " &";
                                case 1 -> "setsid " + child + " >/dev/null 2>&1 &";
                                case 2 -> "(" + child + " &)";
                                case 3 -> "nohup " + child + " >/dev/null 2>&1 &";
                                default -> "yes | " + child + " >/dev/null &";
                            })
                    .append('\n');
        }
        return lines.append(
                        switch (random.nextInt(4)) {
                            case 0 -> "while true; do sleep 0.1; done";
                            case 1 -> "wait; sleep 600";
                            case 2 -> "kill -STOP $$";
                            default -> "exec sleep 600";
                        })
                .append('\n')
                .toString();
    }
}
