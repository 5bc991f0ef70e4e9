package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.cases.Aspect;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.policy.vocabulary.VocabularyGuide;
import dev.muster.reading.matching.Signals;
import dev.muster.source.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide and the README show is what Muster does. */
class GuideTest {
    private static final Path GUIDE = Path.of("docs/rules.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

    @Test
    void vocabulary_is_what_rules_can_touch() throws IOException {
        String guide = Files.readString(GUIDE);
        String expected = between(guide, "<!-- vocabulary -->\n", VocabularyGuide.markdown(MusterVocabulary.INSTANCE));
        expected = between(expected, "<!-- aspects -->\n", aspects());
        if (System.getProperty("approve") != null) {
            Files.writeString(GUIDE, expected);
        }
        assertThat(Files.readString(GUIDE))
                .as("docs/rules.md; ./muster test --approve writes it anew")
                .isEqualTo(expected);
    }

    private static String aspects() {
        return Aspect.keys().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ", "", ".\n"));
    }

    /** Puts a generated text between a mark and the next one like it. */
    private static String between(String text, String mark, String generated) {
        int start = text.indexOf(mark) + mark.length();
        int end = text.indexOf(mark.strip(), start);
        assertThat(end).as("the guide has " + mark + " twice").isGreaterThanOrEqualTo(start);
        return text.substring(0, start) + "\n" + generated + "\n" + text.substring(end);
    }

    @Test
    void rules_shown_load() throws IOException {
        List<String> shown = new ArrayList<>(blocks(Files.readString(GUIDE), "", "rule \""));
        shown.addAll(blocks(Files.readString(Path.of("README.md")), "", "rule \""));
        assertThat(shown).hasSizeGreaterThanOrEqualTo(2);
        for (String rule : shown) {
            FileTree rules =
                    FileTree.of(Map.of("shown/pack.yaml", "title: t\nphases: [{name: Work}]\n", "shown/a.drl", rule));
            FileTree agents = Shipped.agents().below("backend").into("shown");
            Pack backend = Shipped.backend();
            FileTree tables = backend.files().only(p -> p.endsWith(".csv") || p.endsWith("signals.yaml"));
            assertThat(PackReader.read(
                                    PackFiles.of(
                                            "shown",
                                            rules.with(tables.below("backend").into("shown")),
                                            agents),
                                    null)
                            .rules()
                            .rules())
                    .hasSize(1);
        }
    }

    @Test
    void cases_shown_are_green() throws IOException {
        List<String> shown = blocks(Files.readString(GUIDE), "yaml", "then:");
        assertThat(shown).isNotEmpty();
        for (String cases : shown) {
            FileTree rules = Shipped.rules().with(FileTree.of(Map.of("backend/shown.cases.yaml", cases)));
            List<CaseResult> results =
                    CaseRunner.run(PackReader.read(PackFiles.of("backend", rules, Shipped.agents()), null)).stream()
                            .filter(result -> result.place().file().equals("backend/shown.cases.yaml"))
                            .toList();
            assertThat(results).isNotEmpty().allMatch(CaseResult::passed);
        }
    }

    @Test
    void signals_shown_are_read() throws IOException {
        List<String> shown = blocks(Files.readString(GUIDE), "yaml", "any:");
        assertThat(shown).isNotEmpty();
        for (String signals : shown) {
            Faults faults = new Faults();
            Signals.parse("shown.yaml", signals, faults);
            assertThat(faults.sorted()).isEmpty();
        }
    }

    @Test
    void plan_shown_in_readme_is_the_plan() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher command = Pattern.compile("(?m)^\\./muster plan \"(.*)\"$").matcher(readme);
        assertThat(command.find()).isTrue();
        String plan = dev.muster.plan.rendering.PlanMarkdown.render(
                Shipped.plan(Shipped.backend(), "", command.group(1)), false);
        List<String> lines = plan.lines().toList();
        int at = 0;
        for (String shown : blocks(readme, "markdown", "#").getFirst().lines().toList()) {
            if (shown.isBlank() || shown.equals("…")) {
                continue;
            }
            int found = lines.subList(at, lines.size()).indexOf(shown);
            assertThat(found)
                    .as("the plan has, after line " + at + ": " + shown + "\n" + plan)
                    .isNotNegative();
            at += found + 1;
        }
    }

    @Test
    void fault_shown_is_the_fault() throws IOException {
        String shown = blocks(Files.readString(Path.of("README.md")), "", "No agent is called")
                .getFirst();
        String table = Shipped.rules().text("backend/selection.csv", new Faults());
        FileTree broken = Shipped.rules()
                .with(FileTree.of(
                        Map.of("backend/selection.csv", table.replaceFirst("nestjs-api-master", "nestjs-api-mastr"))));
        PackState state =
                Objects.requireNonNull(Policies.load(broken, Shipped.agents()).pack("backend"));
        assertThat(((PackState.Broken) state).faults().getFirst()).hasToString(shown.strip());
    }

    private static List<String> blocks(String text, String language, String with) {
        Matcher blocks = BLOCK.matcher(text);
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).equals(language) && blocks.group(2).contains(with)) {
                found.add(blocks.group(2));
            }
        }
        return found;
    }
}
