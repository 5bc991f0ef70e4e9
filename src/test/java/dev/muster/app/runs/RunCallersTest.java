package dev.muster.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunMode;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCallersTest {
    @ParameterizedTest
    @CsvSource({
        "REHEARSED, REHEARSAL",
        "REHEARSED PERSON, REHEARSAL",
        "PERSON, REAL",
        "REHEARSED INSIDE, REAL",
        "REHEARSED PERSON WORKER, REAL",
        "INSIDE, REAL"
    })
    void run_is_a_rehearsal_where_nobody_is_called_but_people(String kinds, RunMode mode) {
        assertThat(RunCallers.mode(Arrays.stream(kinds.split(" "))
                        .map(kind -> new Assigned("x", ExecutorKind.valueOf(kind), null))
                        .toList()))
                .isEqualTo(mode);
    }
}
