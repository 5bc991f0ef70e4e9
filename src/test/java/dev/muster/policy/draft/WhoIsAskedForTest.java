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
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a task asks for in a pack that was made of a large collection of agents. */
class WhoIsAskedForTest {
    private static final Map<String, String> AGENTS = new TreeMap<>();

    static {
        add("customer-support", "Answers customers. Masters sentiment analysis.");
        add("ios-developer", "Builds native apps with SwiftUI and ships them to the App Store.");
        add("mobile-developer", "Builds mobile apps.");
        add("sales-automator", "Drafts cold e-mails and follow-ups.");
        add("backend-developer", "Builds endpoints and services.");
        add("backend-architect", "Designs services.");
        add("fastapi-pro", "Builds APIs with FastAPI and Pydantic.");
        add("frontend-developer", "Builds pages in React.");
        add("database-admin", "Looks after a database.");
        add("devops-engineer", "Ships with Helm.");
        add("debugger", "Finds out why.");
        add("test-automator", "Writes tests.");
        add("docs-writer", "Writes documentation.");
        add("legacy-modernizer", "Cleans up.");
        add("code-reviewer", "Reviews code.");
        add("plugin-code-reviewer", "Reviews code.");
        add("security-auditor", "Audits.");
        add("mobile-security-coder", "Secures apps.");
    }

    private static void add(String name, String description) {
        AGENTS.put(name + ".md", "---\nname: " + name + "\ndescription: " + description + "\n---\nDo it.\n");
    }

    private static List<AgentFile> files() {
        List<AgentFile> files = new ArrayList<>();
        AGENTS.forEach((path, text) -> files.add(Objects.requireNonNull(AgentFile.read(path, text), path)));
        return files;
    }

    private static final Pack PACK = pack();

    private static Pack pack() {
        PackState state = Objects.requireNonNull(Policies.load(
                        FileTree.of(PackDraft.of("team", files())).into("team"),
                        FileTree.of(AGENTS).into("team"))
                .pack("team"));
        assertThat(PackCheck.check(state)).isEmpty();
        return ((PackState.Loaded) state).pack();
    }

    private static List<String> agents(Plan plan, Role role) {
        return plan.steps()
                .filter(step -> step.role() == role)
                .map(Plan.Step::agent)
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Add an endpoint where customers upload invoices as PDF, store them in S3 and notify the accountant by e-mail | backend-developer | backend-architect
            Add an endpoint with FastAPI                    | fastapi-pro        | backend-architect
            The screen made with SwiftUI crashes            | ios-developer      | debugger frontend-developer
            Put a button on the page of React               | frontend-developer | ''
            Add a column to a table and show it on the page | database-admin     | frontend-developer
            Deploy it with Helm                             | devops-engineer    | ''
            Find the bug that makes the app crash           | debugger           | ''
            Write tests with better coverage                | test-automator     | ''
            Write a tutorial and a changelog                | docs-writer        | ''
            Refactor the old code, which has much duplication | legacy-modernizer | ''
            """)
    void task_is_led_by_whom_it_asks_for(String task, String lead, String support) {
        Plan plan = Shipped.plan(PACK, "", task);

        assertThat(agents(plan, Role.PRIMARY)).containsExactly(lead);
        assertThat(String.join(" ", agents(plan, Role.SUPPORTING))).isEqualTo(support);
    }

    @Test
    void plan_stays_readable_where_a_text_asks_for_everything() {
        Plan plan = Shipped.plan(
                PACK,
                "",
                "Build an endpoint with FastAPI, a page with React, a screen with SwiftUI, a table in the database, tests, "
                        + "documentation and a tutorial, deploy it with Helm and fix the bug with the password");

        assertThat(plan.steps().map(Plan.Step::agent).distinct()).hasSizeBetween(4, 7);
    }

    @Test
    void cases_are_green() {
        assertThat(CaseRunner.run(PACK)).hasSizeGreaterThan(10).allMatch(CaseResult::passed);
    }

    @Test
    void files_do_not_depend_on_the_order_of_the_agents() {
        assertThat(PackDraft.of("team", files().reversed())).isEqualTo(PackDraft.of("team", files()));
    }

    @Test
    void reviewers_that_were_not_chosen_are_silenced_and_left_to_a_person() {
        Map<String, String> files = PackDraft.of("team", files());

        assertThat(files.get("pack.yaml"))
                .contains(
                        "{check: unused-agent, about: 'plugin-code-reviewer', because: 'code-reviewer reviews instead")
                .contains(
                        "{check: unused-agent, about: 'mobile-security-coder', because: 'security-auditor reviews instead");
        assertThat(files.get("decide.md"))
                .contains("These reviewers were not chosen: `mobile-security-coder`, `plugin-code-reviewer`");
    }

    @Test
    void document_asks_whether_the_right_agent_is_general() {
        assertThat(PackDraft.of("team", files()).get("decide.md"))
                .contains("Is the right one general")
                .contains("| backend work | backend-developer | backend-architect |")
                .contains("| mobile work | mobile-developer |");
    }
}
