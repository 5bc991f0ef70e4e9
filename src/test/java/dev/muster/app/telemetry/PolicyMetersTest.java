package dev.muster.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.PackFiles;
import dev.muster.policy.Shipped;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Succession;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class PolicyMetersTest {
    private static final Succession SUCCESSION = new Succession(_ -> new CaseVerdict(0, List.of()));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PolicyMeters meters = new PolicyMeters(registry, InstantSource.fixed(Instant.EPOCH));
    private final InForce one = InForce.of(
            List.of(SUCCESSION.next(null, PackFiles.of("backend", Shipped.rules(), Shipped.agents()), Instant.EPOCH)));

    private List<Double> gauges() {
        return registry.find("muster.policy.degraded").gauges().stream()
                .map(gauge -> gauge.value())
                .toList();
    }

    @Test
    void pack_that_is_gone_has_no_gauges_and_one_that_comes_back_has() {
        meters.changed(InForce.NOTHING, one);
        assertThat(gauges()).containsExactly(0.0);

        meters.changed(one, InForce.NOTHING);
        assertThat(registry.getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith("muster.policy")))
                .isEmpty();

        meters.changed(InForce.NOTHING, one);
        assertThat(gauges()).containsExactly(0.0);
    }

    @Test
    void gauges_that_are_there_are_not_registered_again() {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(MeterRegistry.class.getName());
        logger.addHandler(handler);
        try {
            meters.changed(InForce.NOTHING, one);
            meters.changed(one, one);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(said).isEmpty();
        assertThat(gauges()).containsExactly(0.0);
    }

    @Test
    void pack_of_which_no_version_plans_has_no_age() {
        InForce broken =
                InForce.of(List.of(SUCCESSION.next(null, PackFiles.of("broken", new TreeMap<>()), Instant.EPOCH)));
        meters.changed(InForce.NOTHING, broken);

        assertThat(registry.find("muster.policy.age.seconds").gauges()).isEmpty();
        assertThat(gauges()).containsExactly(1.0);
    }
}
