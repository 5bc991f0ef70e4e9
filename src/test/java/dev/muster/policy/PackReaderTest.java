package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.check.PackCheck;
import dev.muster.policy.files.FileTree;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What somebody reads who has just broken the shipped pack by hand. */
class PackReaderTest {

    @Test
    void agent_renamed_in_table_is_named_with_place_and_nearest_name() {
        assertThat(faults("backend/selection.csv", text -> text.replaceFirst("nestjs-api-master", "nestjs-api-mastr")))
                .containsExactly("backend/selection.csv:2:18: No agent is called \"nestjs-api-mastr\"."
                        + " Did you mean \"nestjs-api-master\"?");
    }

    @Test
    void second_of_several_agents_has_its_own_column() {
        assertThat(faults("backend/selection.csv", text -> text.replaceFirst("test-engineering-specialist", "tester")))
                .singleElement()
                .asString()
                .startsWith("backend/selection.csv:2:62: No agent is called \"tester\".");
    }

    @Test
    void row_deleted_is_missed_for_its_task_type() {
        FileTree rules = edited("backend/selection.csv", text -> text.replaceFirst("(?m)^realtime-feature.*\n", ""));
        PackState state = Policies.load(rules, Shipped.agents()).pack("backend");
        assertThat(PackCheck.check(Objects.requireNonNull(state)))
                .anySatisfy(finding -> assertThat(finding.toString())
                        .startsWith("backend/selection.csv:1:1: The task-type realtime-feature has no row."));
    }

    @Test
    void row_repeated_is_told_with_the_first_one() {
        assertThat(faults(
                        "backend/selection.csv",
                        text -> text + "security-audit,security-guardian,authentication-sentinel\n"))
                .containsExactly("backend/selection.csv:9:1: This row says again what line 6 says for security-audit."
                        + " Keep one of the two.");
    }

    @Test
    void agent_in_rule_that_no_file_defines_is_named_with_place() {
        assertThat(faults(
                        "backend/selection.drl", text -> text.replace("\"nestjs-api-master\"", "\"nest-api-master\"")))
                .singleElement()
                .asString()
                .contains("No agent is called \"nest-api-master\". Did you mean \"nestjs-api-master\"?")
                .contains("(in rule \"What fits nowhere else is work on the application\")")
                .matches("(?s)backend/selection\\.drl:\\d+:\\d+: .*");
    }

    @Test
    void signal_in_rule_that_nobody_describes_is_named_with_place() {
        assertThat(faults("backend/triggers.drl", text -> text.replace("\"personal-data\"", "\"personal-dta\"")))
                .singleElement()
                .asString()
                .contains("No signal is called \"personal-dta\". Did you mean \"personal-data\"?");
    }

    @Test
    void property_misspelt_is_named_with_place_and_nearest_property() {
        assertThat(faults(
                        "backend/reviews.drl",
                        text -> text.replaceFirst("kind == \"security\"", "knd == \"security\"")))
                .singleElement()
                .asString()
                .matches("(?s)backend/reviews\\.drl:\\d+:12: .*\"?knd\"?.*kind.*");
    }

    @Test
    void executor_of_nobody_is_named_with_place_and_nearest_name() {
        assertThat(faults("backend/pack.yaml", text -> "executors: {\"*\": claude, security-gardian: team}\n" + text))
                .containsExactly("backend/pack.yaml:1:26: No agent is called \"security-gardian\"."
                        + " Did you mean \"security-guardian\"?");
    }

    @Test
    void executors_are_read() {
        FileTree rules =
                edited("backend/pack.yaml", text -> "executors: {\"*\": claude, security-guardian: team}\n" + text);
        assertThat(PackReader.read(PackFiles.of("backend", rules, Shipped.agents()), null)
                        .settings()
                        .executorsByAgent())
                .isEqualTo(Map.of("*", "claude", "security-guardian", "team"));
    }

    @Test
    void line_broken_is_named_with_place() {
        assertThat(faults("backend/reviews.drl", text -> text.replaceFirst("\nthen\n", "\nthem\n")))
                .isNotEmpty()
                .allMatch(fault -> fault.matches("(?s)backend/reviews\\.drl:\\d+:\\d+: .*"));
    }

    @Test
    void column_misspelt_is_named_with_the_tables_columns() {
        assertThat(faults(
                        "backend/selection.drl",
                        text -> text.replaceFirst("cell\\(\"task_type\"\\)", "cell(\"task_typ\")")))
                .singleElement()
                .asString()
                .contains("The table selection has no column \"task_typ\". Did you mean \"task_type\"?");
    }

    @Test
    void faults_of_several_files_come_all_at_once() {
        FileTree rules = edited("backend/selection.csv", text -> text.replaceFirst("nestjs-api-master", "nobody"))
                .with(FileTree.of(Map.of("backend/wrong.drl", "rule \"x\"\nwhen\n  Tsk()\nthen\nend\n")));
        assertThatThrownBy(() -> PackReader.read(PackFiles.of("backend", rules, Shipped.agents()), null))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    @Test
    void pack_without_settings_says_what_is_missing() {
        FileTree rules = FileTree.of(Map.of("empty/a.drl", ""));
        assertThatThrownBy(() -> PackReader.read(PackFiles.of("empty", rules, FileTree.of(Map.of())), null))
                .hasMessageContaining("empty/pack.yaml:1:1: A pack needs this file; it holds at least a title");
    }

    @Test
    void strange_file_is_not_passed_over() {
        assertThat(faults("backend/reviews.dlr", text -> "rule"))
                .singleElement()
                .asString()
                .startsWith("backend/reviews.dlr:1:1: Nothing reads this file.");
    }

    @Test
    void broken_pack_does_not_keep_others_from_loading() {
        FileTree rules = Shipped.rules().with(FileTree.of(Map.of("other/pack.yaml", "title: x\n")));
        Policies policies = Policies.load(rules, Shipped.agents());
        assertThat(policies.pack("backend")).isInstanceOf(PackState.Loaded.class);
        assertThat(policies.pack("other")).isInstanceOf(PackState.Broken.class);
    }

    @Test
    void version_changes_with_any_file_and_only_then() {
        Pack shipped = Shipped.backend();
        Pack again = PackReader.read(PackFiles.of("backend", Shipped.rules(), Shipped.agents()), null);
        Pack edited = PackReader.read(
                PackFiles.of("backend", edited("backend/risks.csv", text -> text + "\n"), Shipped.agents()), null);
        assertThat(again.version()).isEqualTo(shipped.version());
        assertThat(edited.version()).isNotEqualTo(shipped.version());
    }

    @Test
    void shipped_pack_passes_its_check() {
        assertThat(PackCheck.check(new PackState.Loaded(Shipped.backend()))).isEmpty();
    }

    private static List<String> faults(String file, UnaryOperator<String> edit) {
        PackState state = Policies.load(edited(file, edit), Shipped.agents()).pack("backend");
        return state instanceof PackState.Broken broken
                ? broken.faults().stream().map(Object::toString).toList()
                : List.of();
    }

    private static FileTree edited(String file, UnaryOperator<String> edit) {
        FileTree rules = Shipped.rules();
        String before = rules.has(file) ? rules.text(file, new Faults()) : "";
        String after = edit.apply(before);
        assertThat(after).as("the edit changes " + file).isNotEqualTo(before);
        return rules.with(FileTree.of(Map.of(file, after)));
    }
}
