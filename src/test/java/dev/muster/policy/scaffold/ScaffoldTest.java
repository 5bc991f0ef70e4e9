package dev.muster.policy.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.Shipped;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.check.PackCheck;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.scaffold.Scaffold.Kind;
import dev.muster.policy.scaffold.Scaffold.NotPossibleException;
import dev.muster.source.Faults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is begun runs: no finding, all cases green, and everything new is reached by one. */
class ScaffoldTest {
    private static final Map<Kind, String> NAMES = Map.of(
            Kind.RULE, "It's a refund: that needs care",
            Kind.CASE, "a refund: it's planned",
            Kind.SIGNAL, "gift-card",
            Kind.TABLE, "hazards",
            Kind.AGENT, "refund-expert");

    private static PackState with(String pack, FileTree rules, FileTree agents, List<NewFile> files) {
        FileTree allRules = rules;
        FileTree allAgents = agents;
        for (NewFile file : files) {
            String path = pack + "/" + file.path();
            String before = file.appended() && rules.has(path) ? rules.text(path, new Faults()) : "";
            FileTree one = FileTree.of(Map.of(path, before + file.text()));
            allRules = file.agents() ? allRules : allRules.with(one);
            allAgents = file.agents() ? allAgents.with(one) : allAgents;
        }
        return Objects.requireNonNull(Policies.load(allRules, allAgents).pack(pack));
    }

    private static void runs(PackState state) {
        assertThat(PackCheck.check(state)).isEmpty();
        Pack pack = ((PackState.Loaded) state).pack();
        List<CaseResult> results = CaseRunner.run(pack);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.mismatches()).isEmpty());
        assertThat(Coverage.of(pack, results).isComplete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_begun_in_the_shipped_pack_runs(Kind kind) {
        Pack pack = Shipped.backend();
        List<NewFile> files = new Scaffold(pack, Objects.requireNonNull(NAMES.get(kind))).files(kind);

        runs(with("backend", Shipped.rules(), Shipped.agents(), files));
    }

    @Test
    void pack_that_is_begun_runs() {
        FileTree none = FileTree.of(Map.of());

        runs(with("mobile-app", none, none, PackScaffold.files("mobile-app")));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_begun_in_a_pack_that_was_begun_runs(Kind kind) {
        FileTree none = FileTree.of(Map.of());
        List<NewFile> begun = PackScaffold.files("mobile");
        Pack pack = ((PackState.Loaded) with("mobile", none, none, begun)).pack();
        List<NewFile> files = new java.util.ArrayList<>(begun);
        for (NewFile file : new Scaffold(pack, Objects.requireNonNull(NAMES.get(kind))).files(kind)) {
            files.removeIf(earlier -> file.appended() && earlier.path().equals(file.path()));
            String before = file.appended() ? pack.files().text("mobile/" + file.path(), new Faults()) : "";
            files.add(new NewFile(file.agents(), file.path(), before + file.text(), false));
        }

        runs(with("mobile", none, none, files));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNAL, cache",
        "TABLE, selection",
        "AGENT, security-guardian",
        "RULE, A cache is a performance trigger"
    })
    void name_that_is_taken_is_refused(Kind kind, String name) {
        assertThatThrownBy(() -> new Scaffold(Shipped.backend(), name).files(kind))
                .isInstanceOf(NotPossibleException.class)
                .hasMessageContaining("already");
    }

    @ParameterizedTest
    @CsvSource({"SIGNAL, two words", "AGENT, ../up", "TABLE, a/b", "RULE, say \"it\""})
    void name_that_is_none_is_refused(Kind kind, String name) {
        assertThatThrownBy(() -> new Scaffold(Shipped.backend(), name).files(kind))
                .isInstanceOf(NotPossibleException.class);
    }

    @Test
    void pack_name_with_capitals_is_refused() {
        assertThatThrownBy(() -> PackScaffold.files("../Mobile")).isInstanceOf(NotPossibleException.class);
    }
}
