package dev.muster.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an address or a media type is read in no time, whatever it is: nobody was asked for a key yet. */
class WrittenAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json ;charset=\"UTF-8\" ; q=0.5 ;",
                "application/vnd.api+json"
            })
    void media_type_is_one(String type) {
        assertThat(WrittenAddress.isMediaType(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "json", "application/json; charset", "application/json;;", "application/json charset=utf-8"})
    void other_text_is_no_media_type(String text) {
        assertThat(WrittenAddress.isMediaType(text)).isFalse();
    }

    @Test
    @Timeout(5)
    void hostile_text_takes_no_long_time() {
        assertThat(WrittenAddress.isMediaType("a/b" + " ".repeat(200_000) + "x"))
                .isFalse();
        assertThat(WrittenAddress.isMediaType("a/b" + "; c=d".repeat(1_000) + "="))
                .isFalse();
    }
}
