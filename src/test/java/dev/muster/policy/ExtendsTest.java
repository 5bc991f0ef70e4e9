package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.files.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A pack takes over what another one has, and overrides it by name. */
class ExtendsTest {
    private static final String BASE_RULES = """
            package base

            /** Said again below. */
            rule "The table says who works"
            @because("the base says so")
            when
              Signal( $signal : name )
              $row : Row( table == "who", cell("signal") == $signal )
            then
              insertLogical( new UseAgent( $row.cell("agent"), Role.PRIMARY, "work" ) );
            end

            rule "Work has a risk"
            @because("the base thinks so")
            when
              Task()
            then
              insertLogical( new Risk( "The base fears this.", Severity.LOW ) );
            end
            """;

    private static final String CHILD_RULES = """
            package child

            rule "Work has a risk"
            @because("the child knows better")
            when
              Task()
            then
              insertLogical( new Risk( "The child fears that.", Severity.HIGH ) );
            end
            """;

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "base/pack.yaml",
                "title: Base\nphases: [{name: Work}]\nlimits: {steps: 7}\n"
                        + "tables: {who: {key: [signal], columns: {signal: signal, agent: agent}}}\n");
        files.put(
                "base/signals.yaml",
                "- {name: paint, kind: topic, any: [paint]}\n- {name: forge, kind: topic, any: [forge]}\n");
        files.put("base/who.csv", "signal,agent\npaint,painter\nforge,smith\n");
        files.put("base/rules.drl", BASE_RULES);
        files.put("base/base.cases.yaml", "- {name: base, task: paint it, then: {agents: [painter]}}\n");
        files.put("child/pack.yaml", "title: Child\nextends: [base]\nchecks: [{phase: Work, command: [make]}]\n");
        files.put("child/signals.yaml", "- {name: paint, kind: topic, any: [colour]}\n");
        files.put("child/who.csv", "signal,agent\npaint,artist\n");
        files.put("child/rules.drl", CHILD_RULES);
        files.put("child/child.cases.yaml", "- {name: child, task: colour it, then: {agents: [artist]}}\n");
        return files;
    }

    private static FileTree agents() {
        return FileTree.of(Map.of(
                "base/smith.md", "---\nname: smith\ndescription: Forges.\n---\nBase.",
                "base/painter.md", "---\nname: painter\ndescription: Paints.\n---\nBase.",
                "child/artist.md", "---\nname: artist\ndescription: Paints well.\n---\nChild.",
                "child/smith.md", "---\nname: smith\ndescription: Forges well.\n---\nChild."));
    }

    private static PackState state(Map<String, String> rules, String name) {
        return Objects.requireNonNull(
                Policies.load(FileTree.of(rules), agents()).pack(name));
    }

    private static Pack child() {
        PackState state = state(rules(), "child");
        assertThat(state).isInstanceOf(PackState.Loaded.class);
        return ((PackState.Loaded) state).pack();
    }

    @Test
    void rule_of_the_same_name_is_overridden_and_all_others_stay() {
        Plan plan = Shipped.plan(child(), "", "forge it");

        assertThat(plan.risks()).extracting(Plan.Risk::text).containsExactly("The child fears that.");
        assertThat(plan.risks().getFirst().because()).extracting(Because::file).containsExactly("child/rules.drl");
        assertThat(plan.steps().toList().getFirst().because())
                .extracting(Because::file)
                .contains("base/rules.drl", "base/who.csv");
    }

    @Test
    void row_of_the_same_key_and_signal_of_the_same_name_are_overridden() {
        assertThat(agentsFor("use colour")).containsExactly("artist");
        assertThat(agentsFor("paint it")).isEmpty();
        assertThat(agentsFor("forge it")).containsExactly("smith");
    }

    private static List<String> agentsFor(String task) {
        return Shipped.plan(child(), "", task).steps().map(Plan.Step::agent).collect(Collectors.toList());
    }

    @Test
    void settings_and_agents_are_taken_over_where_they_are_not_said_again() {
        Pack child = child();

        assertThat(child.title()).isEqualTo("Child");
        assertThat(child.settings().frame().limits().steps()).isEqualTo(7);
        assertThat(child.settings().frame().phaseNames()).containsExactly("Work");
        assertThat(child.settings().frame().phases().getFirst().checks()).hasSize(1);
        assertThat(child.agents().facts())
                .extracting(agent -> agent.file())
                .containsExactly("child/artist.md", "base/painter.md", "child/smith.md");
    }

    @Test
    void cases_are_the_packs_own() {
        assertThat(CaseRunner.run(child())).hasSize(1).allMatch(result -> result.passed());
    }

    @Test
    void change_of_what_is_extended_is_another_version() {
        Map<String, String> changed = rules();
        changed.put("base/who.csv", "signal,agent\npaint,painter\nforge,painter\n");
        Pack after = ((PackState.Loaded) state(changed, "child")).pack();

        assertThat(after.version()).isNotEqualTo(child().version());
        assertThat(PackFiles.of("child", FileTree.of(rules()), agents()).version())
                .isEqualTo(child().version());
    }

    @Test
    void executors_are_taken_over_by_agent() {
        Map<String, String> rules = rules();
        rules.computeIfPresent("base/pack.yaml", (file, text) -> text + "executors: {\"*\": claude, smith: person}\n");
        rules.computeIfPresent("child/pack.yaml", (file, text) -> text + "executors: {smith: worker, artist: codex}\n");
        assertThat(PackReader.read(PackFiles.of("child", FileTree.of(rules), agents()), null)
                        .settings()
                        .executorsByAgent())
                .isEqualTo(Map.of("*", "claude", "smith", "worker", "artist", "codex"));
    }

    @Test
    void pack_that_is_not_there_or_extends_itself_is_a_fault() {
        Map<String, String> unknown = rules();
        unknown.put("child/pack.yaml", "title: Child\nextends: [bass]\nphases: [{name: Work}]\n");
        Map<String, String> circle = rules();
        circle.put("base/pack.yaml", "title: Base\nextends: [child]\nphases: [{name: Work}]\n");

        assertThat(faults(unknown))
                .contains("child/pack.yaml:2:11: There is no pack \"bass\" to extend. Did you mean \"base\"?");
        assertThat(faults(circle)).contains("Packs extend one another in a circle: child → base → child");
    }

    private static String faults(Map<String, String> rules) {
        return state(rules, "child") instanceof PackState.Broken broken
                ? broken.faults().stream().map(Object::toString).collect(Collectors.joining("\n"))
                : "";
    }
}
