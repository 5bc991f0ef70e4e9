package dev.muster.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.AgentFile;
import dev.muster.plan.Plan;
import dev.muster.plan.Role;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.Shipped;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.check.PackCheck;
import dev.muster.policy.files.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack that was made of agent files alone plans at once. */
class PackDraftTest {
    private static final Map<String, String> TEAM = new TreeMap<>(
            Map.of(
                    "ruby-smith.md",
                            agent(
                                    "ruby-smith",
                                    "Writes Ruby on Rails controllers and models. Use for Rails.",
                                    "Write, Edit"),
                    "sql-owl.md", agent("sql-owl", "Tunes PostgreSQL queries and indexes.", "Write, Edit"),
                    "code-reviewer.md", agent("code-reviewer", "Reviews changes.", "Read, Grep"),
                    "security-auditor.md", agent("security-auditor", "Finds vulnerabilities.", "Read, Grep"),
                    "test-author.md", agent("test-author", "Writes RSpec tests.", "Write, Edit"),
                    "odd.md",
                            "---\nname: \"it's: an 'odd' | name\"\ndescription: |\n  Löst \"Quoten\": alles, auch <b>das</b>\n---\nDo."));

    private static String agent(String name, String description, String tools) {
        return "---\nname: " + name + "\ndescription: " + description + "\ntools: " + tools + "\n---\nDo it.\n";
    }

    private static PackState state(String name, Map<String, String> agents) {
        List<AgentFile> files = new ArrayList<>();
        agents.forEach((path, text) -> files.add(Objects.requireNonNull(AgentFile.read(path, text), path)));
        FileTree rules = FileTree.of(PackDraft.of(name, files)).into(name);
        return Objects.requireNonNull(
                Policies.load(rules, FileTree.of(agents).into(name)).pack(name));
    }

    private static Pack pack(String name, Map<String, String> agents) {
        PackState state = state(name, agents);
        assertThat(PackCheck.check(state)).isEmpty();
        Pack pack = ((PackState.Loaded) state).pack();
        assertThat(CaseRunner.run(pack)).isNotEmpty().allMatch(CaseResult::passed);
        return pack;
    }

    @Test
    void pack_passes_the_check_and_its_cases_are_green() {
        assertThat(CaseRunner.run(pack("our-team", TEAM))).hasSizeGreaterThan(3);
    }

    /** Each alone, so that every kind of agent is once the only one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ruby-smith",
                "code-reviewer",
                "security-auditor",
                "test-author",
                "backend-architect",
                "helper",
                "technical-writer",
                "kubernetes-expert"
            })
    void one_agent_makes_a_pack(String name) {
        Map<String, String> agents =
                Map.of(name + ".md", agent(name, "Does what is wanted with PostgreSQL.", "Read, Grep"));

        assertThat(Shipped.plan(pack("alone", agents), "", "Add an endpoint for invoices")
                        .steps()
                        .map(Plan.Step::agent))
                .contains(name);
    }

    @Test
    void plan_has_whom_the_text_asks_for_and_the_reviewers() {
        Plan plan = Shipped.plan(
                pack("our-team", TEAM),
                "",
                "Add a Rails controller and a Rails model for login, and look at the PostgreSQL side of it");

        assertThat(plan.steps().filter(step -> step.role() == Role.PRIMARY).map(Plan.Step::agent))
                .containsExactly("ruby-smith");
        assertThat(plan.steps().map(Plan.Step::agent)).contains("sql-owl", "code-reviewer", "security-auditor");
        assertThat(plan.steps().filter(step -> step.role() == Role.REVIEWER).map(Plan.Step::kind))
                .containsExactlyInAnyOrder("code", "security");
    }

    @Test
    void plan_has_somebody_where_no_words_ask_for_anybody() {
        assertThat(Shipped.plan(pack("our-team", TEAM), "", "Please see to it").steps())
                .isNotEmpty();
    }

    @Test
    void document_marks_what_a_person_must_decide() {
        List<AgentFile> agents = List.of(Objects.requireNonNull(
                AgentFile.read("a.md", "---\nname: helper\ndescription: \"\"\nhooks:\n  Stop: run\n---\nDo.")));

        assertThat(PackDraft.of("t", agents).get("decide.md"))
                .contains("Nobody reviews code.", "It has no description", "It brings code of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "go-aws", "feature-delivery", "fastapi-firebase", "api-worker"})
    void shipped_agents_make_a_pack_of_their_own(String name) {
        Map<String, String> agents = new TreeMap<>();
        FileTree tree = Shipped.agents().below(name);
        tree.paths().forEach(path -> agents.put(path, tree.text(path, new dev.muster.source.Faults())));

        assertThat(Shipped.plan(pack("drafted", agents), "", "Add an endpoint for invoices")
                        .steps())
                .isNotEmpty();
    }

    @Test
    void two_hundred_agents_make_a_pack() {
        Map<String, String> agents = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            agents.put(
                    "a" + i + ".md", agent("agent-" + i, "Knows field" + i + " and shares words with all.", "Write"));
        }

        assertThat(Shipped.plan(pack("many", agents), "", "Change field17 and field42")
                        .steps()
                        .map(Plan.Step::agent))
                .contains("agent-17", "agent-42")
                .hasSizeLessThan(6);
    }
}
