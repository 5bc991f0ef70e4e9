package dev.muster.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void header_is_read_and_written_as_the_standard_has_it() {
        String header = "00-" + TRACE + "-" + SPAN + "-01";

        TraceContext context = Objects.requireNonNull(TraceContext.parse(header));

        assertThat(context).isEqualTo(new TraceContext(TRACE, SPAN, true));
        assertThat(context.header()).isEqualTo(header);
        assertThat(TraceContext.parse("00-" + TRACE + "-" + SPAN + "-00"))
                .isEqualTo(new TraceContext(TRACE, SPAN, false));
        assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-09-what-a-later-version-adds"))
                .isEqualTo(new TraceContext(TRACE, SPAN, true));
    }

    @Test
    void header_that_is_none_is_none() {
        assertThat(TraceContext.parse(null)).isNull();
        assertThat(TraceContext.parse("")).isNull();
        assertThat(TraceContext.parse("00-" + "0".repeat(32) + "-" + SPAN + "-01"))
                .isNull();
        assertThat(TraceContext.parse("00-" + TRACE + "-" + "0".repeat(16) + "-01"))
                .isNull();
        assertThat(TraceContext.parse("ff-" + TRACE + "-" + SPAN + "-01")).isNull();
        assertThat(TraceContext.parse("00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + SPAN + "-01"))
                .isNull();
    }

    @Test
    void spans_of_a_run_are_the_same_in_every_process_and_no_two_alike() {
        TraceContext attempt = TraceContext.inRun("r1", "attempt a");

        assertThat(TraceContext.inRun("r1", "attempt a")).isEqualTo(attempt);
        assertThat(TraceContext.parse(attempt.header())).isEqualTo(attempt);
        assertThat(attempt.trace()).isEqualTo(TraceContext.ofRun("r1").trace());
        assertThat(attempt.span())
                .isNotEqualTo(TraceContext.ofRun("r1").span())
                .isNotEqualTo(TraceContext.inRun("r1", "attempt b").span())
                .isNotEqualTo(TraceContext.inRun("r2", "attempt a").span());
        assertThat(attempt.trace()).isNotEqualTo(TraceContext.ofRun("r2").trace());
    }
}
