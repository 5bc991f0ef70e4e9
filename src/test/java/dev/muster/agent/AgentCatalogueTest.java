package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fact.Agent;
import dev.muster.source.FaultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgentCatalogueTest {

    @Test
    void agents_are_sorted_by_name_whatever_the_order_of_files() {
        Map<String, String> files = Map.of("p/z.md", agent("ada"), "p/a.md", agent("zoe"), "p/m.md", agent("mia"));
        List<String> paths = new ArrayList<>(files.keySet());
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(paths, new Random(i));
            Map<String, String> shuffled = new LinkedHashMap<>();
            paths.forEach(path -> shuffled.put(path, files.getOrDefault(path, "")));
            assertThat(AgentCatalogue.of(shuffled).facts())
                    .extracting(Agent::name)
                    .containsExactly("ada", "mia", "zoe");
        }
    }

    @Test
    void agent_is_found_by_its_exact_name() {
        AgentCatalogue catalogue = AgentCatalogue.of(Map.of("p/x.md", agent("redis-caching-strategist")));
        assertThat(catalogue.find("redis-caching-strategist"))
                .extracting(AgentFile::file)
                .isEqualTo("p/x.md");
        assertThat(catalogue.find("redis")).isNull();
    }

    @Test
    void unknown_name_gets_the_nearest_one_as_a_hint() {
        AgentCatalogue catalogue =
                AgentCatalogue.of(Map.of("p/x.md", agent("security-guardian"), "p/y.md", agent("b")));
        assertThat(catalogue.nearest("securty-gardian")).isEqualTo("security-guardian");
        assertThat(catalogue.hint("securty-gardian")).isEqualTo(" Did you mean \"security-guardian\"?");
        assertThat(catalogue.nearest("nothing-like-it")).isNull();
    }

    @Test
    void names_used_twice_are_all_told_with_both_places() {
        Map<String, String> files = Map.of(
                "p/a.md",
                agent("one"),
                "p/b.md",
                agent("one"),
                "p/c.md",
                agent("two"),
                "p/d.md",
                agent("two"),
                "p/e.md",
                agent("one"));
        assertThatThrownBy(() -> AgentCatalogue.of(files))
                .isInstanceOf(FaultException.class)
                .hasMessage("""
                        p/b.md:2:1: the name "one" is already taken by p/a.md:2:1; rename one of the two agents or remove one file
                        p/d.md:2:1: the name "two" is already taken by p/c.md:2:1; rename one of the two agents or remove one file
                        p/e.md:2:1: the name "one" is already taken by p/a.md:2:1; rename one of the two agents or remove one file""");
    }

    @Test
    void files_that_are_no_agents_are_skipped() {
        AgentCatalogue catalogue = AgentCatalogue.of(
                Map.of("p/README.md", "# Agents\n", "p/x.md", agent("x"), "p/logo.svg", "---\nname: y\n---\n"));
        assertThat(catalogue.agents()).extracting(AgentFile::name).containsExactly("x");
        assertThat(catalogue.skipped()).containsExactly("p/README.md");
        assertThat(catalogue.diagnostics()).isEmpty();
    }

    @Test
    void file_that_was_meant_as_an_agent_is_skipped_with_a_word() {
        AgentCatalogue catalogue = AgentCatalogue.of(Map.of(
                "p/fenced.md",
                "```markdown\n---\nname: wrapped\n---\nx\n```\n",
                "p/page.md",
                "---\ntitle: x\n---\ny\n"));
        assertThat(catalogue.skipped()).containsExactly("p/fenced.md", "p/page.md");
        assertThat(catalogue.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "p/fenced.md:2:1: error: The front matter must begin in line 1, so this is not an agent."
                                + " Remove the lines before the first ---.",
                        "p/page.md:1:1: info: The front matter has none of an agent's keys, so this is not an agent."
                                + " Add at least \"name: …\" and \"description: …\".");
    }

    @Test
    void diagnostics_of_all_files_are_sorted_by_place() {
        AgentCatalogue catalogue = AgentCatalogue.of(
                Map.of("p/b.md", "---\nname: b\n---\nx\n", "p/a.md", "---\ndescription: a\n---\nx\n"));
        assertThat(catalogue.diagnostics())
                .extracting(Diagnostic::check)
                .containsExactly("missing-name", "missing-description");
    }

    private static String agent(String name) {
        return "---\nname: " + name + "\ndescription: Works\n---\nWork.\n";
    }

    @Test
    void file_that_is_too_large_is_a_fault_of_its_place() {
        Map<String, String> files = Map.of("a.md", "---\nname: a\ndescription: b\n---\n" + "x ".repeat(600_000));
        assertThatThrownBy(() -> AgentCatalogue.of(files))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("a.md:1:1: This agent has 1200031 characters; at most 1000000 are read.");
    }
}
