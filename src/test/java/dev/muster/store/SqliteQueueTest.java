package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.engine.RunQueue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueueTest extends QueueBehaviour {
    SqliteQueueTest(@TempDir Path folder) {
        super(TestDatabase.at(TestDatabase.fileIn(folder)));
    }

    @Test
    void run_of_a_process_that_is_no_more_is_taken_over_as_soon_as_another_one_starts() throws InterruptedException {
        String gone = "999999999-gone"; // no system counts its processes as far as that
        leaveBehind(gone, "r1");

        process("1-b", RunQueue.Lease::end);

        assertThat(nextCarried(Duration.ofSeconds(2))).isEqualTo("1-b r1");
    }
}
