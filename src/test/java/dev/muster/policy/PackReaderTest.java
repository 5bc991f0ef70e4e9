package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.check.PackCheck;
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
    void agentRenamedInTable_isNamedWithPlaceAndNearestName() {
        assertThat(faults("backend/selection.csv", text -> text.replaceFirst("nestjs-api-master", "nestjs-api-mastr")))
                .containsExactly("backend/selection.csv:2:18: No agent is called \"nestjs-api-mastr\"."
                        + " Did you mean \"nestjs-api-master\"?");
    }

    @Test
    void secondOfSeveralAgents_hasItsOwnColumn() {
        assertThat(faults("backend/selection.csv", text -> text.replaceFirst("test-engineering-specialist", "tester")))
                .singleElement()
                .asString()
                .startsWith("backend/selection.csv:2:62: No agent is called \"tester\".");
    }

    @Test
    void rowDeleted_isMissedForItsTaskType() {
        FileTree rules = edited("backend/selection.csv", text -> text.replaceFirst("(?m)^realtime-feature.*\n", ""));
        PackState state = Policies.load(rules, Shipped.agents()).pack("backend");
        assertThat(PackCheck.check(Objects.requireNonNull(state)))
                .anySatisfy(finding -> assertThat(finding.toString())
                        .startsWith("backend/selection.csv:1:1: The task-type realtime-feature has no row."));
    }

    @Test
    void rowRepeated_isToldWithTheFirstOne() {
        assertThat(faults(
                        "backend/selection.csv",
                        text -> text + "security-audit,security-guardian,authentication-sentinel\n"))
                .containsExactly("backend/selection.csv:9:1: This row says again what line 6 says for security-audit."
                        + " Keep one of the two.");
    }

    @Test
    void agentInRule_thatNoFileDefines_isNamedWithPlace() {
        assertThat(faults(
                        "backend/selection.drl", text -> text.replace("\"nestjs-api-master\"", "\"nest-api-master\"")))
                .singleElement()
                .asString()
                .contains("No agent is called \"nest-api-master\". Did you mean \"nestjs-api-master\"?")
                .contains("(in rule \"What fits nowhere else is work on the application\")")
                .matches("(?s)backend/selection\\.drl:\\d+:\\d+: .*");
    }

    @Test
    void signalInRule_thatNobodyDescribes_isNamedWithPlace() {
        assertThat(faults("backend/triggers.drl", text -> text.replace("\"personal-data\"", "\"personal-dta\"")))
                .singleElement()
                .asString()
                .contains("No signal is called \"personal-dta\". Did you mean \"personal-data\"?");
    }

    @Test
    void propertyMisspelt_isNamedWithPlaceAndNearestProperty() {
        assertThat(faults(
                        "backend/reviews.drl",
                        text -> text.replaceFirst("kind == \"security\"", "knd == \"security\"")))
                .singleElement()
                .asString()
                .matches("(?s)backend/reviews\\.drl:\\d+:12: .*\"?knd\"?.*kind.*");
    }

    @Test
    void executorOfNobody_isNamedWithPlaceAndNearestName() {
        assertThat(faults("backend/pack.yaml", text -> "executors: {\"*\": claude, security-gardian: team}\n" + text))
                .containsExactly("backend/pack.yaml:1:26: No agent is called \"security-gardian\"."
                        + " Did you mean \"security-guardian\"?");
    }

    @Test
    void executors_areRead() {
        FileTree rules =
                edited("backend/pack.yaml", text -> "executors: {\"*\": claude, security-guardian: team}\n" + text);
        assertThat(PackReader.read(PackFiles.of("backend", rules, Shipped.agents()), null)
                        .settings()
                        .executorsByAgent())
                .isEqualTo(Map.of("*", "claude", "security-guardian", "team"));
    }

    @Test
    void lineBroken_isNamedWithPlace() {
        assertThat(faults("backend/reviews.drl", text -> text.replaceFirst("\nthen\n", "\nthem\n")))
                .isNotEmpty()
                .allMatch(fault -> fault.matches("(?s)backend/reviews\\.drl:\\d+:\\d+: .*"));
    }

    @Test
    void columnMisspelt_isNamedWithTheTablesColumns() {
        assertThat(faults(
                        "backend/selection.drl",
                        text -> text.replaceFirst("cell\\(\"task_type\"\\)", "cell(\"task_typ\")")))
                .singleElement()
                .asString()
                .contains("The table selection has no column \"task_typ\". Did you mean \"task_type\"?");
    }

    @Test
    void faultsOfSeveralFiles_comeAllAtOnce() {
        FileTree rules = edited("backend/selection.csv", text -> text.replaceFirst("nestjs-api-master", "nobody"))
                .with(FileTree.of(Map.of("backend/wrong.drl", "rule \"x\"\nwhen\n  Tsk()\nthen\nend\n")));
        assertThatThrownBy(() -> PackReader.read(PackFiles.of("backend", rules, Shipped.agents()), null))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    @Test
    void packWithoutSettings_saysWhatIsMissing() {
        FileTree rules = FileTree.of(Map.of("empty/a.drl", ""));
        assertThatThrownBy(() -> PackReader.read(PackFiles.of("empty", rules, FileTree.of(Map.of())), null))
                .hasMessageContaining("empty/pack.yaml:1:1: A pack needs this file; it holds at least a title");
    }

    @Test
    void strangeFile_isNotPassedOver() {
        assertThat(faults("backend/reviews.dlr", text -> "rule"))
                .singleElement()
                .asString()
                .startsWith("backend/reviews.dlr:1:1: Nothing reads this file.");
    }

    @Test
    void brokenPack_doesNotKeepOthersFromLoading() {
        FileTree rules = Shipped.rules().with(FileTree.of(Map.of("other/pack.yaml", "title: x\n")));
        Policies policies = Policies.load(rules, Shipped.agents());
        assertThat(policies.pack("backend")).isInstanceOf(PackState.Loaded.class);
        assertThat(policies.pack("other")).isInstanceOf(PackState.Broken.class);
    }

    @Test
    void version_changesWithAnyFileAndOnlyThen() {
        Pack shipped = Shipped.backend();
        Pack again = PackReader.read(PackFiles.of("backend", Shipped.rules(), Shipped.agents()), null);
        Pack edited = PackReader.read(
                PackFiles.of("backend", edited("backend/risks.csv", text -> text + "\n"), Shipped.agents()), null);
        assertThat(again.version()).isEqualTo(shipped.version());
        assertThat(edited.version()).isNotEqualTo(shipped.version());
    }

    @Test
    void shippedPack_passesItsCheck() {
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
