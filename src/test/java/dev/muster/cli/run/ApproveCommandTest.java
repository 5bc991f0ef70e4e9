package dev.muster.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.runs.InboxEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What is said on the command line is said, and nothing is guessed. */
class ApproveCommandTest {
    @Command(name = "approve")
    private static final class Any {}

    private static ApproveCommand.Said said(String words, String... findings) {
        List<String> answer = words.isEmpty() ? List.of() : List.of(words.split(" "));
        return new ApproveCommand.Said(new CommandLine(new Any()), answer, List.of(findings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no, reject this", "DONE", "ok", "Pass", "pass no, reject this", "changes", "changes …"})
    void any_other_word_of_a_review_is_refused_with_the_two_choices(String words) {
        assertThatThrownBy(() -> said(words).report(AskLinesTest.review(), ""))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("security/1 pass")
                .hasMessageContaining("security/1 changes --finding");
    }

    @Test
    void verdict_is_pass_or_changes_with_findings() {
        assertThat(said("pass").report(AskLinesTest.review(), "read it").toString())
                .isEqualTo("{\"result\":{\"verdict\":\"pass\",\"summary\":\"read it\",\"findings\":[]}}");
        assertThat(said("changes the name", "no test")
                        .report(AskLinesTest.review(), "")
                        .toString())
                .isEqualTo("{\"result\":{\"verdict\":\"changes\",\"summary\":\"the name; no test\",\"findings\":["
                        + "{\"severity\":\"high\",\"text\":\"the name\",\"mustFix\":true},"
                        + "{\"severity\":\"high\",\"text\":\"no test\",\"mustFix\":true}]}}");
        assertThatThrownBy(() -> said("pass", "but the name").report(AskLinesTest.review(), ""))
                .isInstanceOf(ParameterException.class);
    }

    private static InboxEntry usually(String usual) {
        InboxEntry entry = AskLinesTest.entry("escalation", null, List.of(usual, "stop"));
        return new InboxEntry(
                entry.run(),
                entry.id(),
                entry.kind(),
                entry.text(),
                entry.choices(),
                usual,
                entry.to(),
                null,
                null,
                null,
                null,
                null,
                entry.since(),
                null,
                List.of(),
                null);
    }

    @Test
    void answer_that_is_missing_passes_nothing() {
        for (String usual : List.of("go-on", "override", "raise")) {
            assertThatThrownBy(() -> said("").words(usually(usual)))
                    .isInstanceOf(ParameterException.class)
                    .hasMessage("The answer is missing: one of " + usual + ", stop.");
        }
        assertThat(said("").words(usually("yes"))).isEqualTo("yes");
    }
}
