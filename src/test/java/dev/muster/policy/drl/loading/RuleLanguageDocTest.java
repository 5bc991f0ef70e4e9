package dev.muster.policy.drl.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.fact.Row;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What {@code docs/rule-language.md} shows is what happens. */
class RuleLanguageDocTest {
    private static final String DOC = read();

    private static String read() {
        try {
            return Files.readString(Path.of("docs/rule-language.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RuleBase load(String drl) {
        return RuleBase.load(MusterVocabulary.INSTANCE, List.of(new DrlSource("backend/new.drl", drl)));
    }

    /** The blocks of a language; of no language, those behind a block of that one. */
    private static List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(DOC)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String answerTo(String language) {
        int from = DOC.indexOf("```", DOC.indexOf("```" + language) + 5);
        int begin = DOC.indexOf("```\n", from + 4) + 4;
        return DOC.substring(begin, DOC.indexOf("```", begin)).strip();
    }

    @Test
    void examples_load() {
        List<String> examples = blocks("drl");
        assertThat(examples)
                .hasSizeGreaterThan(3)
                .allSatisfy(drl -> assertThat(load(drl).rules()).isNotEmpty());
    }

    @Test
    void what_is_refused_gets_that_answer() {
        SoftAssertions all = new SoftAssertions();
        List<String[]> rows = new ArrayList<>();
        for (MatchResult row : Pattern.compile("(?m)^\\| `(.*)` \\| (.*) \\|$")
                .matcher(DOC.substring(DOC.indexOf("## What is refused"), DOC.indexOf("## Where Muster means")))
                .results()
                .toList()) {
            rows.add(
                    new String[] {row.group(1).replace("\\|", "|"), row.group(2).replace("\\|", "|")});
        }
        assertThat(rows).hasSizeGreaterThan(40);
        String before = DOC.substring(0, DOC.indexOf("In consequences:"));
        String beforeTop = DOC.substring(0, DOC.indexOf("Outside of rules"));
        for (String[] row : rows) {
            String rule = "rule \"r\" when $s : Signal( $n : name, $w : weight ) ";
            String cell = "`" + row[0].replace("|", "\\|") + "`";
            String drl = before.contains(cell)
                    ? rule + row[0] + " then end"
                    : beforeTop.contains(cell) ? rule + "then " + row[0] + " end" : row[0];
            FaultException thrown = catchThrowableOfType(FaultException.class, () -> load(drl));
            all.assertThat(thrown).as(drl).isNotNull();
            if (thrown != null) {
                String found = thrown.faults().getFirst().message().replace(" (in rule \"r\")", "");
                all.assertThat(found).as(drl).isEqualTo(row[1]);
            }
        }
        all.assertAll();
    }

    @Test
    void faults_are_told_as_shown() {
        assertThatThrownBy(() -> load(blocks("drl-with-faults").getFirst())).hasMessage(answerTo("drl-with-faults"));
    }

    @Test
    void a_failure_is_told_as_shown() {
        RuleBase rules = load(blocks("drl-that-fails").getFirst());
        List<Row> facts = List.of(new Row("work", "work.csv", 2, Map.of("agents", "one;two")));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT)).hasMessage(answerTo("drl-that-fails"));
    }
}
