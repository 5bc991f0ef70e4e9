package dev.muster.app.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.PackFiles;
import dev.muster.policy.Shipped;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Succession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReloadLogTest {
    private static final Succession SUCCESSION = new Succession(_ -> new CaseVerdict(0, List.of()));

    private static InForce of(String... packs) {
        return InForce.of(Stream.of(packs)
                .map(pack ->
                        SUCCESSION.next(null, PackFiles.of(pack, Shipped.rules(), Shipped.agents()), Instant.EPOCH))
                .toList());
    }

    private static List<String> said(InForce before, InForce next) {
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
        Logger logger = Logger.getLogger(ReloadLog.class.getName());
        Level usual = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
        try {
            new ReloadLog().changed(before, next);
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(usual);
        }
        return said;
    }

    @Test
    void pack_that_comes_is_logged_and_none_that_was_there_at_the_start() {
        InForce first = of("api-worker");

        assertThat(said(InForce.NOTHING, first)).isEmpty();
        assertThat(said(first, of("api-worker", "go-aws"))).anyMatch(line -> line.startsWith("go-aws is new, at "));
        assertThat(said(first, InForce.NOTHING)).containsExactly("api-worker is gone with its folder.");
    }
}
