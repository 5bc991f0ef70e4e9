package dev.muster.agent.executor.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Asked;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.TestResults;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.agent.executor.Verdict.Decision;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void fenced_json_behind_words_is_read() {
        Succeeded succeeded = succeeded(Purpose.WORK, """
                I looked at `{"summary": "an example"}` first.

                ```json
                {"status": "done", "summary": "Built {it}.", "Files Created": ["a", ""], "follow_ups": ["Rename b"],
                 "nextSteps": null, "tests": {"passed": 2, "failed": 1, "coverage": 87.5},}
                ```
                """);
        assertThat(succeeded.summary()).isEqualTo("Built {it}.");
        assertThat(succeeded.filesCreated()).containsExactly("a");
        assertThat(succeeded.followUps()).containsExactly("Rename b");
        assertThat(succeeded.nextSteps()).isEmpty();
        assertThat(succeeded.tests()).isEqualTo(new TestResults(2, 1, 0, 87.5));
        assertThat(succeeded.output()).startsWith("I looked at");
    }

    @Test
    void output_is_what_is_to_be_passed_on() {
        assertThat(succeeded(Purpose.WORK, "Words. {\"summary\": \"s\", \"output\": \"Use port 80.\"}")
                        .output())
                .isEqualTo("Use port 80.");
    }

    @Test
    void words_are_a_result_of_work() {
        Succeeded succeeded = succeeded(Purpose.WORK, "## Done\n\nI built it.\n");
        assertThat(succeeded.summary()).isEqualTo("Done");
        assertThat(succeeded.output()).isEqualTo("## Done\n\nI built it.");
    }

    @Test
    void nothing_is_unreadable() {
        assertThat(failure(Purpose.WORK, " \n ")).isEqualTo("UNREADABLE_RESULT: It handed in nothing.");
    }

    @Test
    void blocked_agent_with_a_question_asks() {
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
    void verdict_asks_for_changes_exactly_where_something_must_be_fixed(String json, String expected) {
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
                "{'verdict': 'maybe'} # The verdict 'maybe' is neither pass nor changes.",
                "{'verdict': 'pass | changes'} # The verdict 'pass | changes' is neither pass nor changes.",
                "{'verdict': null} # 'verdict' has to be a word; found null.",
                "{'verdict': true} # 'verdict' has to be a word; found true.",
                "{'verdict': 'changes', 'findings': []} # The review asks for changes and does not say which.",
                "{'verdict': 'pass', 'findings': 'none'} # 'findings' has to be a list; found 'none'.",
                "{'verdict': 'pass', 'findings': [5]} # 'findings[0]' has to be an object; found 5.",
                "{'verdict': 'pass', 'findings': [{}]} # A finding does not say what was found: its 'text' is missing or empty.",
                "{'verdict': 'pass', 'findings': [{'text': 7}]} # 'findings[0].text' has to be a text; found 7.",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'severity': 'dire'}]} # 'severity' has to be low, medium or high; found 'dire'.",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'severity': 3}]} # 'findings[0].severity' has to be a word; found 3.",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'mustFix': 'maybe'}]} # 'findings[0].mustFix' has to be true or false; found 'maybe'.",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'mustFix': null}]} # 'findings[0].mustFix' has to be true or false; found null.",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'must_fix': true, 'mustFix': false}]} # 'findings[0].mustFix' is there twice, as 'must_fix' and 'mustFix'.",
                "{'verdict': 'pass', 'summary': ['s']} # 'summary' has to be a word; found ['s'].",
                "{'verdict': 'pass', 'followUps': 'one'} # 'followUps' has to be a list of texts; found 'one'.",
            })
    void verdict_that_cannot_be_read_is_none(String text, String expected) {
        assertThat(failure(Purpose.REVIEW, text.strip().replace('\'', '"')).replace('"', '\''))
                .isEqualTo("UNREADABLE_RESULT: What it handed in cannot be read. " + expected.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It passes.",
                "{'verdict': 'pass'",
                "{'verdict': 'pass', 'verdict': 'changes'}",
                "{'verdict': NaN}",
                "{'verdict': 'pass', 'findings': [{'text': 't', 'line': NaN}]}",
                "{'verdict': 'pass', 'summary': 'fine'} and then {'verdict': 'cha",
                "{'summary': 'I find nothing.'}",
                "{'verdict': 'pass', 'status': 'blocked', 'summary': 'I cannot read the files.'}",
                "{'verdict': 'pass', 'status': 'halfway'}",
                "{'verdict': 'pass', 'status': false}"
            })
    void review_without_a_verdict_has_not_passed(String text) {
        assertThat(failure(Purpose.REVIEW, text.replace('\'', '"')).replace('"', '\''))
                .startsWith("UNREADABLE_RESULT: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'done'", "'passed'", "'Approved'", "null"})
    void review_that_was_done_passes_by_its_verdict(String status) {
        String text = "{'verdict': 'pass', 'status': %s}".formatted(status).replace('\'', '"');
        assertThat(ResultReader.read(Purpose.REVIEW, text, null, Usage.UNKNOWN, null))
                .isInstanceOf(Outcome.Succeeded.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{'status': 5} # 'status' has to be a word; found 5.",
                "{'status': null, 'summary': 's'} # 'status' has to be a word; found null.",
                "{'status': ['done']} # 'status' has to be a word; found ['done'].",
                "{'status': 'halfway', 'summary': 's'} # 'status' has to be done or blocked; found 'halfway'.",
                "{'status': 'done', 'summary': 12} # 'summary' has to be a word; found 12.",
                "{'status': 'done', 'summary': {'a': 1}} # 'summary' has to be a word; found {'a':1}.",
                "{'summary': 's', 'filesCreated': 'a.txt'} # 'filesCreated' has to be a list of texts; found 'a.txt'.",
                "{'summary': 's', 'filesCreated': ['a', 7]} # 'filesCreated' has to be a list of texts; found ['a',7].",
                "{'summary': 's', 'files_changed': [null]} # 'filesChanged' has to be a list of texts; found [null].",
                "{'summary': 's', 'filesCreated': ['a'], 'files_created': []} # 'filesCreated' is there twice, as 'filesCreated' and 'files_created'.",
                "{'summary': 's', 'tests': 12} # 'tests' has to be an object; found 12.",
                "{'summary': 's', 'tests': {'passed': 'many', 'failed': 0}} # 'tests.passed' has to be a whole number from 0 to 1000000000; found 'many'.",
                "{'summary': 's', 'tests': {'passed': 1.5}} # 'tests.passed' has to be a whole number from 0 to 1000000000; found 1.5.",
                "{'summary': 's', 'tests': {'passed': 1, 'failed': -1}} # 'tests.failed' has to be a whole number from 0 to 1000000000; found -1.",
                "{'summary': 's', 'tests': {'passed': 99999999999999999999}} # 'tests.passed' has to be a whole number from 0 to 1000000000; found 99999999999999999999.",
                "{'summary': 's', 'tests': {'passed': 1, 'coveragePercent': 101}} # 'tests.coveragePercent' has to be a number from 0 to 100; found 101.",
                "{'summary': 's', 'nextSteps': [{'do': 'deploy'}]} # 'nextSteps' has to be a list of texts; found [{'do':'deploy'}].",
                "{'status': 'blocked', 'question': 5} # 'question' has to be a text; found 5.",
                "{'status': 'blocked', 'question': 'q', 'choices': 'a'} # 'choices' has to be a list of texts; found 'a'.",
                "{'summary': 's', 'output': []} # 'output' has to be a text; found [].",
            })
    void field_of_a_wrong_type_is_unreadable(String text, String expected) {
        assertThat(failure(Purpose.WORK, "I did it. " + text.strip().replace('\'', '"'))
                        .replace('"', '\''))
                .isEqualTo("UNREADABLE_RESULT: What it handed in cannot be read. " + expected.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status': 'done', 'status': 'blocked'}",
                "{'status': 'blocked', 'status': 'x', 'more': {'summary': 'inner'}}",
                "{'status': 'done', 'summary': 'cut off",
                "{'summary': 'an example'} was read first. ```json\n{ 'filesCreated': ['a.txt'],",
                "{'summary': 's', 'tests': {'passed': NaN}}",
                "{'status': done}"
            })
    void result_that_is_no_json_is_unreadable(String text) {
        assertThat(failure(Purpose.WORK, "Done. " + text.replace('\'', '"')))
                .startsWith("UNREADABLE_RESULT: It began a JSON object that cannot be read as one");
    }

    @Test
    void example_that_is_no_json_does_not_hide_the_result_behind_it() {
        assertThat(succeeded(
                                Purpose.WORK,
                                "It answers {\"status\": …} now. {\"status\": \"done\", \"summary\": \"Built.\"}")
                        .summary())
                .isEqualTo("Built.");
    }

    @ParameterizedTest
    @CsvSource({"12,12", "L7,7", "3-9,3", "'42:5',42", "'',"})
    void line_is_read_where_there_is_one(String line, Integer expected) {
        Verdict verdict = Objects.requireNonNull(succeeded(
                        Purpose.REVIEW,
                        "{\"verdict\": \"pass\", \"findings\": [{\"text\": \"t\", \"line\": \"" + line + "\"}]}")
                .verdict());
        assertThat(verdict.findings().getFirst().line()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "99999999999", "true", "\"x\"", "\"-1\"", "[3]"})
    void line_that_is_none_is_unreadable(String line) {
        assertThat(failure(
                        Purpose.REVIEW,
                        "{\"verdict\": \"pass\", \"findings\": [{\"text\": \"t\", \"line\": " + line + "}]}"))
                .contains("\"findings[0].line\" has to be a line, counted from 1; found " + line);
    }

    @Test
    void many_findings_keep_those_that_must_be_fixed() {
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
    void long_results_are_bounded() {
        String text = "a".repeat(300_000) + "{\"summary\": \"" + "s".repeat(50_000) + "\"}";
        Succeeded succeeded = succeeded(Purpose.WORK, text);
        assertThat(succeeded.summary()).hasSizeLessThan(2_100);
        assertThat(succeeded.output()).hasSizeLessThan(257_000);
    }

    @Test
    void braces_without_end_take_no_time() {
        String text = "{\"a\":".repeat(300_000);
        long start = System.nanoTime();
        assertThat(failure(Purpose.REVIEW, text)).startsWith("UNREADABLE_RESULT");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anything_at_all_has_an_outcome() {
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
    void report_is_read_like_a_result() {
        assertThat(report("{\"result\": {\"summary\": \"Built.\"}, \"usage\": {\"inputTokens\": 5, \"costUsd\": 0.5}}"))
                .isInstanceOfSatisfying(Succeeded.class, succeeded -> {
                    assertThat(succeeded.summary()).isEqualTo("Built.");
                    assertThat(succeeded.usage()).isEqualTo(new Usage(5L, null, 0.5));
                });
        assertThat(report("{\"text\": \"Built.\"}")).isInstanceOf(Succeeded.class);
        assertThat(report("{\"error\": {\"message\": \"No disk.\", \"retryable\": false}}"))
                .isEqualTo(new Failed(
                        FailureKind.EXIT, "The worker says that it failed: No disk.", false, Usage.UNKNOWN, false));
        assertThat(report("{\"result\": {\"status\": 5}}")).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{} # A report has 'result', 'text' or 'error'; this has none of them.",
                "[] # A report has to be an object; found [].",
                "{'text': 5} # 'text' has to be a text; found 5.",
                "{'result': [1]} # 'result' has to be an object; found [1].",
                "{'text': 't', 'usage': 'x'} # 'usage' has to be an object; found 'x'.",
                "{'text': 't', 'usage': {'inputTokens': -1}} # 'usage.inputTokens' has to be a whole number from 0 to 1000000000000; found -1.",
                "{'text': 't', 'usage': {'outputTokens': 1.5}} # 'usage.outputTokens' has to be a whole number from 0 to 1000000000000; found 1.5.",
                "{'text': 't', 'usage': {'costUsd': -0.01}} # 'usage.costUsd' has to be a number from 0 to 1000000; found -0.01.",
                "{'text': 't', 'usage': {'costUsd': 1e999}} # 'usage.costUsd' has to be a number from 0 to 1000000; found ",
                "{'text': 't', 'usage': {'costUsd': '1'}} # 'usage.costUsd' has to be a number from 0 to 1000000; found '1'.",
                "{'error': {'message': 5}} # 'error.message' has to be a text; found 5.",
                "{'error': true} # 'error' has to be an object; found true.",
                "{'error': {'message': 'm', 'retryable': 'no'}} # 'error.retryable' has to be true or false; found 'no'.",
            })
    void report_that_is_none_is_refused(String json, String expected) {
        assertThatThrownBy(() -> report(json.strip().replace('\'', '"')))
                .isInstanceOf(WrongField.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).replace('"', '\''))
                        .startsWith(expected.strip()));
    }

    private static Outcome report(String json) {
        JsonNode report = Objects.requireNonNull(JsonIn.whole(json));
        return WorkReport.read(Purpose.WORK, report);
    }
}
