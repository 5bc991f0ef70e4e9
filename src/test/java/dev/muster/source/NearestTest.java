package dev.muster.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class NearestTest {
    @Test
    void word_with_few_edits_is_the_nearest() {
        assertThat(Nearest.to("bakend", List.of("frontend", "backend"))).isEqualTo("backend");
        assertThat(Nearest.to("task", List.of("task_type", "x"))).isEqualTo("task_type");
        assertThat(Nearest.to("zzz", List.of("backend"))).isNull();
    }

    @Test
    void words_as_long_as_a_book_are_compared_with_none() {
        String book = "a".repeat(60_000);
        assertThat(Nearest.to(book, List.of(book + "b"))).isNull();
        assertThat(Nearest.to("aaaa", List.of(book))).isNull();
    }
}
