package dev.muster.run.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {
    @Test
    void list_has_all_that_is_permitted_and_nothing_else() {
        List<Class<?>> permitted = Stream.of(RunEvent.class, Outcome.class)
                .<Class<?>>flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .toList();

        assertThat(EventTypes.all()).containsExactlyInAnyOrderElementsOf(permitted);
    }

    /** They stand in logs that are kept: a word that changes makes those unreadable, so this list only grows. */
    @Test
    void words_are_each_once_and_stay_the_same() {
        assertThat(EventTypes.all().stream().map(EventTypes::word))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(
                        "run-started",
                        "phase-started",
                        "phase-skipped",
                        "phase-ended",
                        "attempt-started",
                        "attempt-redelivered",
                        "attempt-claimed",
                        "attempt-progressed",
                        "attempt-finished",
                        "retry-scheduled",
                        "taken-over",
                        "check-started",
                        "check-finished",
                        "verdict-given",
                        "scope-frozen",
                        "follow-up-recorded",
                        "gate-overridden",
                        "trouble-met",
                        "rework-ordered",
                        "handed-back",
                        "round-begun",
                        "person-asked",
                        "person-answered",
                        "ask-withdrawn",
                        "limit-reached",
                        "limit-raised",
                        "step-ended",
                        "cancel-requested",
                        "run-ended",
                        "succeeded",
                        "failed",
                        "asked",
                        "cancelled");
    }
}
