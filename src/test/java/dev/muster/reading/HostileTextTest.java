package dev.muster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.fact.Evidence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.matching.Read;
import dev.muster.reading.matching.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people send, it is read, in bounded time. */
class HostileTextTest {
    private static final Signals SIGNALS = Read.signal("upload*", "\"attach file\"~5", "e-mail", "notifcation~1");
    private static final int MEGABYTE = 1_000_000;

    static Stream<String> unitsThatRepeat() {
        return Stream.of(
                "a",
                "a ",
                "A",
                "aB",
                "a-",
                "a_b",
                "a.b.",
                "1.",
                "1.2, ",
                "Node 1.2, ",
                "` ",
                "`",
                "``` ",
                "```\n",
                "`a`` ",
                "> ",
                ">\n",
                "\n",
                "\r\n",
                "\t",
                "    x = {};\n",
                "no ",
                "no change, ",
                "not ",
                "without touching ",
                "and ",
                "or x, ",
                "x, or ",
                "don't ",
                "neither ",
                "except ",
                "instead of ",
                "scope ",
                "stays ",
                "is not ",
                "a/",
                "/",
                "a\\",
                "a::",
                "a.b.C ",
                "http://",
                "http://a ",
                "a@",
                "a@b.",
                "a@b.c ",
                "{\"",
                "{\"a\":1} ",
                "}",
                "{code}",
                "{quote}",
                "<!--",
                "<!-- -->",
                "<pre>",
                "</pre>",
                "- [ ] ",
                "- [ ] a\n",
                "# ",
                "# a\n",
                "***",
                "**a**\n",
                "A:\n",
                "Environment:\n",
                "at a(",
                "at a:1:1\n",
                "Error: \n",
                "2020-01-01 10:00:00,123 ",
                "[ERROR] a\n",
                "(",
                ")",
                "]( ",
                "](a) ",
                "\"",
                "e.g. ",
                ". A",
                "?",
                "!? ",
                "must ",
                "would be nice ",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00 a",
                "\u0301",
                "\u202Eabc ",
                "שלום ",
                "文",
                "&amp; ",
                "&#x41;",
                "\u0000",
                "upload ",
                "attach file ",
                "e-mail ",
                "ed ing ",
                "\u2019s ");
    }

    @ParameterizedTest
    @MethodSource("unitsThatRepeat")
    void long_text_of_one_unit_is_read_in_bounded_time(String unit) {
        Task task = new Task("x", unit.repeat(200_000 / unit.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reader.read(task, SIGNALS));
    }

    @Test
    void megabyte_of_ordinary_text_is_read_in_bounded_time() {
        String paragraph =
                "Users upload invoices (PDF), e.g. 3.5 MB each. Don't touch payments, orders or the ledger!\n- [ ] Add"
                        + " `POST /x`\n\nSee https://example.org/a/b for Node 20.1, Redis 7.2.\n";
        Task task = new Task("x", paragraph.repeat(MEGABYTE / paragraph.length()));

        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Reader.read(task, SIGNALS));
        assertThat(reading.signals().getFirst().count()).isGreaterThan(4000);
    }

    @Test
    void random_characters_are_read_and_evidence_is_what_stands_there() {
        Random random = new Random(7);
        String alphabet = "ab .,;:!?\n\r\t`>#*-_/\\(){}[]<>\"'\u2019&@0129no upload\uD83D\uDE00\uD800é文ش";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = 0; i < 400; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                if (random.nextInt(40) == 0) {
                    text.append(" upload ");
                }
            }
            assertEvidenceStandsThere(text.toString());
        }
    }

    private static void assertEvidenceStandsThere(String text) {
        Reading reading = Reader.read(new Task("", text), SIGNALS);
        List<Evidence> evidence = reading.signals().stream()
                .map(Signal::evidence)
                .flatMap(List::stream)
                .toList();
        assertThat(evidence)
                .allSatisfy(e -> assertThat(text.substring(e.start(), e.end())).isEqualTo(e.text()));
        assertThat(Reader.read(new Task("", text), SIGNALS)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "?", "\uD800", "...", "😀", "```", "- [ ]", "#", "\n\nx", "`", "<!--", "> "})
    void tiny_texts_are_read(String text) {
        assertThat(Reader.read(new Task(text, ""), SIGNALS).signals()).isEmpty();
        assertThat(Reader.read(new Task("", text + "x"), SIGNALS).mentions()).isEmpty();
    }
}
