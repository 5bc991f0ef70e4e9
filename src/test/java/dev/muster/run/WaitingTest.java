package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.engine.Waiting;
import dev.muster.run.engine.Waiting.Asked;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunJson;
import dev.muster.run.event.Subject;
import dev.muster.run.fold.RunState;
import dev.muster.run.order.Subjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of those who are asked is what the events say, whatever happens in a run while they are. */
class WaitingTest {
    private static final int RUNS = 150;

    private final Map<String, Asked> kept = new HashMap<>();
    private int restated;

    @Test
    void what_people_are_asked_about_is_kept_as_the_run_is_now() {
        for (int seed = 1; seed <= RUNS; seed++) {
            RandomRun run = new RandomRun(seed);
            run.play();
            kept.clear();
            follow(run.bench(), "seed " + seed);
        }

        assertThat(restated).as("asks that came to be about something else").isPositive();
    }

    private void follow(Bench bench, String what) {
        RunState state = RunState.of(bench.brief());
        for (Logged logged : bench.log()) {
            RunState next = state.with(logged.at(), logged.event());
            keep(Waiting.WorkListChanges.between(state, next, logged.at()));
            state = next;
            for (Asked asked : kept.values()) {
                Subject now = Subjects.of(state, asked.asked());
                assertThat(asked.subject()).as(what + " " + asked.id()).isEqualTo(now);
                assertThat(RunJson.subject(RunJson.line(now))).isEqualTo(now);
            }
        }
        assertThat(kept).as(what).isEmpty();
    }

    private void keep(Waiting.WorkListChanges changes) {
        changes.answered().forEach(kept::remove);
        changes.asked().forEach(asked -> kept.put(asked.id(), asked));
        restated += changes.restated().size();
        List.copyOf(changes.restated()).forEach(asked -> {
            assertThat(kept).containsKey(asked.id());
            kept.put(asked.id(), asked);
        });
    }
}
