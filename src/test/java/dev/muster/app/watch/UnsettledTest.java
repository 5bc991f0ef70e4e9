package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.policies.PolicyReload.Outcome;
import dev.muster.policy.live.Trust;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnsettledTest {
    private static final Instant SAVED = Instant.parse("2026-01-02T03:04:05Z");

    private final Unsettled unsettled = new Unsettled();

    @Test
    void change_that_could_not_be_put_in_force_is_tried_again_though_not_at_once() {
        unsettled.change("backend", SAVED);
        Instant tried = SAVED.plus(PolicyWatch.REST);
        assertThat(unsettled.trust("backend", List.of(), tried)).isEqualTo(Trust.WHAT_IS_THERE);
        unsettled.begun("backend");

        unsettled.ended("backend", Outcome.FAILED, tried);

        assertThat(unsettled.isEmpty()).isFalse();
        assertThat(unsettled.trust("backend", List.of(), tried.plus(PolicyWatch.REST)))
                .isNull();
        assertThat(unsettled.trust("backend", List.of(), tried.plus(PolicyWatch.GRACE)))
                .isEqualTo(Trust.WHAT_IS_GONE_TOO);
    }
}
