package dev.muster.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.PackState;
import dev.muster.policy.Shipped;
import dev.muster.policy.SmallPack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check has a pack that trips it, and one like it that must not. */
class ChecksTest {
    private static SmallPack pack() {
        return new SmallPack();
    }

    private static SmallPack rule(String conditions, String consequence) {
        return pack().append("more.drl", """
                package small
                rule "One more"
                @because("it is asked for")
                when
                  %s
                then
                  insertLogical( %s );
                end
                """.formatted(conditions, consequence));
    }

    private static List<String> found(SmallPack pack) {
        return PackCheck.check(pack.state()).stream().map(PackFinding::toString).toList();
    }

    @Test
    void small_pack_has_no_findings() {
        assertThat(found(pack())).isEmpty();
    }

    @Test
    void shipped_pack_has_no_false_alarm() {
        assertThat(PackCheck.check(new PackState.Loaded(Shipped.backend()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task()",
                "Sentence( mood == \"request\" )",
                "Signal( name == \"endpoint\" )",
                "Signal( name == \"upload\" )",
                "Given( kind == \"module\", text == \"only-in-a-case\" )"
            })
    void endless_rule_that_begins_at_a_task_is_found_at_its_place(String begins) {
        SmallPack pack = pack().append("small.cases.yaml", """
                - name: a case with a module of its own
                  task: Add an endpoint
                  context: {modules: [only-in-a-case]}
                  then: {agents: [builder]}
                """).append("more.drl", """
                package small
                rule "It begins"
                @because("it is asked for")
                when
                  %s
                then
                  insert( new Conclusion( "round", "0" ) );
                end
                rule "Without end"
                @because("it is asked for")
                when
                  $c : Conclusion( kind == "round" )
                then
                  insert( new Conclusion( "round", $c.name + "." ) );
                end
                """.formatted(begins));
        assertThat(found(pack))
                .filteredOn(finding -> finding.endsWith("[endless]"))
                .singleElement()
                .asString()
                .startsWith("small/more.drl:14:3: ")
                .contains("rule \"Without end\"");
    }

    @Test
    void rule_that_fails_for_a_task_is_found_at_its_place() {
        assertThat(found(pack().append("more.drl", """
                package small
                rule "Fails"
                @because("it is asked for")
                when
                  Signal( name == "database" )
                then
                  insertLogical( new Conclusion( "n", "" + 1 / 0 ) );
                end
                """)))
                .filteredOn(finding -> finding.endsWith("[failing-rule]"))
                .singleElement()
                .asString()
                .startsWith("small/more.drl:7:")
                .containsOnlyOnce("small/more.drl");
    }

    @Test
    void every_check_is_explained() {
        assertThat(CheckIds.ALL)
                .allSatisfy(id -> assertThat(Files.readString(Path.of("docs/checks/" + id + ".md")))
                        .startsWith("# " + id + "\n")
                        .contains("**What to do:**"))
                .allSatisfy(id -> assertThat(Files.readString(Path.of("docs/checks/README.md")))
                        .contains("[" + id + "](" + id + ".md)"));
    }

    @Test
    void rule_that_needs_what_nothing_proposes_is_dead() {
        assertThat(found(rule("Trigger( kind == \"style\" )", "new TaskType( \"api\" )")))
                .containsExactly(
                        "small/more.drl:5:3: The rule \"One more\" can never fire: Trigger( kind == \"style\" )"
                                + " needs Trigger( kind == \"style\" ), and nothing brings that about. [dead-rule]");
    }

    @Test
    void rule_that_needs_what_a_rule_proposes_is_not_dead() {
        assertThat(found(rule("Trigger( kind == \"security\" )", "new TaskType( \"api\" )")))
                .isEmpty();
    }

    @Test
    void conditions_that_contradict_each_other_make_a_rule_dead() {
        assertThat(found(rule("Task( words < 3, words > 7 )", "new TaskType( \"api\" )")))
                .singleElement()
                .asString()
                .contains("never holds together with the conditions before it")
                .endsWith("[dead-rule]");
        assertThat(found(rule(
                        "Signal( name == \"upload\" ) not Signal( name == \"upload\" )", "new TaskType( \"api\" )")))
                .singleElement()
                .asString()
                .startsWith("small/more.drl:5:")
                .endsWith("[dead-rule]");
    }

    @Test
    void conditions_that_hold_together_are_not_dead() {
        assertThat(found(rule(
                        "Task( words > 3, words < 7 ) not Signal( name == \"upload\" )", "new TaskType( \"api\" )")))
                .isEmpty();
    }

    @Test
    void rule_that_no_row_fits_is_dead() {
        assertThat(found(rule("Row( table == \"who\", cell(\"agent\") == \"guard\" )", "new TaskType( \"api\" )")))
                .singleElement()
                .asString()
                .endsWith("[dead-rule]");
        assertThat(found(rule("Row( table == \"who\", cell(\"agent\") == \"keeper\" )", "new TaskType( \"api\" )")))
                .isEmpty();
    }

    @Test
    void rule_behind_a_dead_rule_is_dead_too() {
        SmallPack pack = rule("Trigger( kind == \"style\" )", "new Conclusion( \"a\", \"b\" )")
                .append("last.drl", """
                package small
                rule "The last"
                @because("it builds on the other")
                when
                  Conclusion( kind == "a" )
                then
                  insertLogical( new TaskType( "api" ) );
                end
                """);

        assertThat(PackCheck.check(pack.state()))
                .extracting(PackFinding::about)
                .containsExactly("The last", "One more");
    }

    @Test
    void rule_that_counts_facts_is_not_taken_for_dead() {
        assertThat(found(rule("accumulate( Trigger(); $n : count(); $n > 3 )", "new TaskType( \"api\" )")))
                .isEmpty();
    }

    @Test
    void query_that_nobody_asks_is_dead() {
        String query = "query uploads() Signal( name == \"upload\" ) end\n";
        assertThat(found(pack().append("q.drl", "package small\n" + query)))
                .containsExactly("small/q.drl:2:1: No rule asks the query \"uploads\". Ask it, or take it out."
                        + " [dead-query]");
        assertThat(found(rule("uploads()", "new TaskType( \"api\" )").append("q.drl", "package small\n" + query)))
                .isEmpty();
    }

    @Test
    void agent_that_nothing_names_is_unused() {
        assertThat(found(pack().agent("idler")))
                .containsExactly(
                        "small/idler.md:1:1: No rule can choose the agent idler: no rule and no row that a rule"
                                + " uses names it. [unused-agent]");
        assertThat(found(pack().agent("helper").replace("who.csv", "api,builder", "api,helper")))
                .singleElement()
                .asString()
                .contains("No rule can choose the agent builder");
    }

    @Test
    void agent_that_only_a_review_of_output_names_is_used() {
        assertThat(found(rule("TaskType( name == \"api\" )", "new ReviewOutput( \"builder\", \"code\", \"reader\" )")
                        .agent("reader")))
                .isEmpty();
    }

    @Test
    void signal_that_no_rule_reads_is_found() {
        String signal = "- name: paint\n  kind: topic\n  any: [paint]\n";
        assertThat(found(pack().append("signals.yaml", signal)))
                .containsExactly(
                        "small/signals.yaml:10:3: No rule reads the signal paint. Write one that does, or take it"
                                + " out. [unread-signal]");
        assertThat(found(rule("Signal( kind == \"topic\" )", "new TaskType( \"api\" )")
                        .append("signals.yaml", signal)))
                .isEmpty();
    }

    @Test
    void rows_that_say_two_things_of_the_same_contradict() {
        SmallPack open = pack().append("pack.yaml", "  dangers:\n    columns: {severity: severity}\n")
                .append("dangers.csv", "text,severity\nFire,low\nFlood,low\n");

        assertThat(found(open)).isEmpty();
        assertThat(found(open.append("dangers.csv", "Fire,high\n")))
                .containsExactly(
                        "small/dangers.csv:4:1: This row says severity high, and small/dangers.csv:2 says low for"
                                + " the same. Keep one of the two. [contradicting-rows]");
    }

    @Test
    void row_that_says_nothing_more_is_shadowed() {
        SmallPack open = pack().append("skills.csv", "agent,skills\nbuilder,a;b\nkeeper,a\n");

        assertThat(found(open)).isEmpty();
        assertThat(found(open.append("skills.csv", "builder,b\n")))
                .containsExactly("small/skills.csv:4:1: This row says nothing that small/skills.csv:2 does not say."
                        + " Take it out. [shadowed-row]");
    }

    @Test
    void keys_that_differ_in_spelling_only_contradict() {
        SmallPack spelt = pack().append("pack.yaml", "  lead:\n    key: [topic]\n    columns: {agent: agent}\n")
                .append("lead.csv", "topic,agent\nthe cache,builder\nThe Cache,keeper\n");

        assertThat(found(spelt)).singleElement().asString().contains("is spelt otherwise than in small/lead.csv:2");
    }

    @Test
    void hard_review_that_a_pattern_keeps_out_can_be_avoided() {
        SmallPack pack = pack().replace(
                        "small.drl",
                        "  Trigger( kind == \"security\" )\n",
                        "  Trigger( kind == \"security\" )\n  not TaskType( name == \"storage\" )\n");

        assertThat(found(pack))
                .containsExactly(
                        "small/small.drl:28:1: The trigger upload does not bring the hard review security in where"
                                + " there is TaskType storage. [avoidable-review]");
    }

    @Test
    void hard_review_that_a_signal_keeps_out_can_be_avoided() {
        SmallPack pack = pack().replace(
                        "small.drl",
                        "  Trigger( kind == \"security\" )\n",
                        "  Trigger( kind == \"security\" )\n  not Signal( name == \"database\" )\n");

        assertThat(found(pack)).singleElement().asString().contains("where there is Signal database.");
    }

    @Test
    void hard_review_that_needs_more_than_its_trigger_can_be_avoided() {
        SmallPack pack = pack().replace(
                        "small.drl",
                        "  Trigger( kind == \"security\" )\n",
                        "  Trigger( kind == \"security\" )\n  exists TaskType()\n");

        assertThat(found(pack)).singleElement().asString().contains("The trigger upload alone does not bring");
    }

    @Test
    void soft_review_that_a_pattern_keeps_out_is_the_authors_business() {
        SmallPack pack = pack().replace("pack.yaml", "level: hard", "level: soft")
                .replace(
                        "small.drl",
                        "  Trigger( kind == \"security\" )\n",
                        "  Trigger( kind == \"security\" )\n  not TaskType( name == \"storage\" )\n");

        assertThat(found(pack)).isEmpty();
    }

    @Test
    void hard_review_that_no_rule_asks_for_is_found() {
        SmallPack pack =
                pack().replace("pack.yaml", "  security: {", "  style: {level: hard, maxRounds: 1}\n  security: {");

        assertThat(found(pack)).singleElement().asString().contains("The review style is hard, and no rule ever asks");
    }

    @Test
    void finding_is_silenced_by_name_with_a_reason() {
        SmallPack pack = pack().agent("idler").append("pack.yaml", """
                silence:
                  - {check: unused-agent, about: idler, because: people choose it by hand}
                """);

        assertThat(found(pack)).isEmpty();
    }

    @Test
    void silence_of_nothing_is_found_with_the_likely_name() {
        SmallPack pack = pack().append("pack.yaml", """
                silence:
                  - {check: unused-agnt, about: builder, because: it was once}
                """);

        assertThat(found(pack))
                .singleElement()
                .asString()
                .contains("This silences nothing")
                .contains("Did you mean \"unused-agent\"?")
                .endsWith("[idle-silence]");
    }
}
