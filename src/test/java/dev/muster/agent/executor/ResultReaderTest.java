package dev.muster.agent.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Outcome.Asked;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Verdict.Decision;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of all the ways to say a thing. */
class ResultReaderTest {
    private static Outcome read(Purpose purpose, String text) {
        return ResultReader.read(purpose, text, null, Usage.UNKNOWN, null);
    }

    private static Succeeded succeeded(Purpose purpose, String text) {
        return switch (read(purpose, text)) {
            case Succeeded succeeded -> succeeded;
            case Outcome other -> throw new AssertionError(other);
        };
    }

    private static String failure(Purpose purpose, String text) {
        return switch (read(purpose, text)) {
            case Failed failed -> failed.kind() + ": " + failed.message();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    @Test
    void fencedJsonBehindWords_isRead() {
        Succeeded succeeded = succeeded(Purpose.WORK, """
                I looked at `{"summary": "an example"}` first.

                ```json
                {"status": "done", "summary": "Built {it}.", "Files Created": ["a", ""], "follow_ups": "Rename b",
                 "nextSteps": [{"do": "deploy"}], "tests": {"passed": 2, "failed": 1},}
                ```
                """);
        assertThat(succeeded.summary()).isEqualTo("Built {it}.");
        assertThat(succeeded.filesCreated()).containsExactly("a");
        assertThat(succeeded.followUps()).containsExactly("Rename b");
        assertThat(succeeded.nextSteps()).containsExactly("{\"do\":\"deploy\"}");
        assertThat(succeeded.tests()).isEqualTo(new TestResults(2, 1, 0, null));
        assertThat(succeeded.output()).startsWith("I looked at");
    }

    @Test
    void output_isWhatIsToBePassedOn() {
        assertThat(succeeded(Purpose.WORK, "Words. {\"summary\": \"s\", \"output\": \"Use port 80.\"}")
                        .output())
                .isEqualTo("Use port 80.");
    }

    @Test
    void words_areAResultOfWork() {
        Succeeded succeeded = succeeded(Purpose.WORK, "## Done\n\nI built it.\n");
        assertThat(succeeded.summary()).isEqualTo("Done");
        assertThat(succeeded.output()).isEqualTo("## Done\n\nI built it.");
    }

    @Test
    void nothing_isUnreadable() {
        assertThat(failure(Purpose.WORK, " \n ")).isEqualTo("UNREADABLE_RESULT: It handed in nothing.");
    }

    @Test
    void blockedAgentWithAQuestion_asks() {
        assertThat(
                        read(
                                Purpose.WORK,
                                "{\"status\": \"blocked\", \"summary\": \"?\", \"question\": \"Which one?\", \"choices\": [\"a\", \"b\"]}"))
                .isInstanceOfSatisfying(Asked.class, asked -> {
                    assertThat(asked.question()).isEqualTo("Which one?");
                    assertThat(asked.choices()).containsExactly("a", "b");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{'verdict': 'pass', 'findings': []} # PASS 0",
                "{'verdict': 'PASSED', 'summary': 'fine'} # PASS 0",
                "{'Verdict': 'Approved', 'findings': [{'text': 'nit'}]} # PASS 0",
                "{'verdict': 'changes', 'findings': [{'text': 'a', 'mustFix': true}, {'text': 'b', 'mustFix': false}]} # CHANGES 1",
                "{'verdict': 'request_changes', 'findings': ['a', 'b']} # CHANGES 2",
                "{'verdict': 'changes', 'findings': [{'text': 'a', 'mustFix': false}]} # CHANGES 1",
                "{'verdict': 'fail', 'summary': 'All of it.'} # CHANGES 1",
                "{'verdict': 'pass', 'findings': [{'text': 'a', 'must_fix': 'yes'}]} # CHANGES 1",
            })
    void verdict_asksForChangesExactlyWhereSomethingMustBeFixed(String json, String expected) {
        Verdict verdict = Objects.requireNonNull(
                succeeded(Purpose.REVIEW, json.replace('\'', '"')).verdict());
        long must = verdict.findings().stream().filter(Finding::mustFix).count();
        assertThat(verdict.decision() + " " + must).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{'verdict': 'maybe'} # The verdict \"maybe\" is neither pass nor changes.",
                "{'verdict': 'pass | changes'} # The verdict \"pass | changes\" is neither pass nor changes.",
                "{'verdict': null} # The verdict \"\" is neither pass nor changes.",
                "{'verdict': 'changes', 'findings': []} # The review asks for changes and does not say which.",
                "It passes. # The review has no verdict that can be read. It ends: It passes.",
                "{'verdict': 'pass' # The review has no verdict that can be read. It ends: {\"verdict\": \"pass\"",
            })
    void verdictThatCannotBeRead_isNone(String text, String expected) {
        assertThat(failure(Purpose.REVIEW, text.strip().replace('\'', '"')))
                .isEqualTo("UNREADABLE_RESULT: " + expected.strip());
    }

    @ParameterizedTest
    @CsvSource({"12,12", "L7,7", "3-9,3", "'42:5',42", "0,", "x,", "-1,", "99999999999,"})
    void line_isReadWhereThereIsOne(String line, Integer expected) {
        Verdict verdict = Objects.requireNonNull(succeeded(
                        Purpose.REVIEW,
                        "{\"verdict\": \"pass\", \"findings\": [{\"text\": \"t\", \"line\": \"" + line + "\"}]}")
                .verdict());
        assertThat(verdict.findings().getFirst().line()).isEqualTo(expected);
    }

    @Test
    void manyFindings_keepThoseThatMustBeFixed() {
        StringBuilder json = new StringBuilder("{\"verdict\": \"pass\", \"findings\": [");
        for (int i = 0; i < 1000; i++) {
            json.append("{\"text\": \"nit\", \"mustFix\": false},");
        }
        json.append("{\"text\": \"wrong\", \"mustFix\": true}]}");
        Verdict verdict = Objects.requireNonNull(
                succeeded(Purpose.REVIEW, json.toString()).verdict());
        assertThat(verdict.decision()).isEqualTo(Decision.CHANGES);
        assertThat(verdict.findings()).hasSize(200);
    }

    @Test
    void longResults_areBounded() {
        String text = "a".repeat(300_000) + "{\"summary\": \"" + "s".repeat(50_000) + "\"}";
        Succeeded succeeded = succeeded(Purpose.WORK, text);
        assertThat(succeeded.summary()).hasSizeLessThan(2_100);
        assertThat(succeeded.output()).hasSizeLessThan(257_000);
    }

    @Test
    void bracesWithoutEnd_takeNoTime() {
        String text = "{\"a\":".repeat(300_000);
        long start = System.nanoTime();
        assertThat(failure(Purpose.REVIEW, text)).startsWith("UNREADABLE_RESULT");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anythingAtAll_hasAnOutcome() {
        SplittableRandom random = new SplittableRandom(5);
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            "\"verdict\"",
            ":",
            ",",
            "\"pass\"",
            "\"findings\"",
            "null",
            "1e999",
            "\\",
            "\"",
            "\n",
            "\u0000",
            "true",
            "\"summary\"",
            "\"status\"",
            "\"blocked\"",
            "\uD83D",
            "```",
            "\"tests\"",
            "-",
            "0",
            " "
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Purpose purpose = Purpose.values()[random.nextInt(3)];
            assertThat(read(purpose, text.toString())).isNotNull();
        }
    }

    @Test
    void report_isReadLikeAResult() {
        assertThat(report("{\"result\": {\"summary\": \"Built.\"}, \"usage\": {\"inputTokens\": 5, \"costUsd\": 0.5}}"))
                .isInstanceOfSatisfying(Succeeded.class, succeeded -> {
                    assertThat(succeeded.summary()).isEqualTo("Built.");
                    assertThat(succeeded.usage()).isEqualTo(new Usage(5L, null, 0.5));
                });
        assertThat(report("{\"text\": \"Built.\"}")).isInstanceOf(Succeeded.class);
        assertThat(report("{\"error\": {\"message\": \"No disk.\", \"retryable\": false}}"))
                .isEqualTo(new Failed(
                        FailureKind.EXIT, "The worker says that it failed: No disk.", false, Usage.UNKNOWN, false));
        assertThat(report("{}")).isInstanceOf(Failed.class);
        assertThat(report("[]")).isInstanceOf(Failed.class);
        assertThat(report("{\"result\": [1], \"text\": 5, \"usage\": \"x\"}")).isInstanceOf(Outcome.class);
    }

    private static Outcome report(String json) {
        JsonNode report = Objects.requireNonNull(JsonIn.whole(json));
        return WorkReport.read(Purpose.WORK, report);
    }
}
