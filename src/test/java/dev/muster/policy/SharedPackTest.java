package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Limits;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.check.PackCheck;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Succession;
import dev.muster.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A pack that says {@code plans: false} is there for those that extend it, and for nothing else. */
class SharedPackTest {
    private static final FileTree AGENTS =
            FileTree.of(Map.of("own/smith.md", "---\nname: smith\ndescription: Forges.\n---\nForge."));

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "common/pack.yaml",
                "title: Common\nplans: false\ntables: {who: {key: [agent], columns: {agent: agent}}, fears: {key: [risk]}}\n");
        files.put("common/who.csv", "agent\n");
        files.put("common/fears.csv", "risk\n");
        files.put("common/common.drl", """
                package common
                rule "The table says who works"
                @because("the table has this agent")
                when
                  $row : Row( table == "who" )
                then
                  insertLogical( new UseAgent( $row.cell("agent"), Role.PRIMARY, "work" ) );
                  insertLogical( new Duty( $row.cell("agent"), "work", "Work", "Do it.", [], true ) );
                end
                rule "What is feared is a risk"
                @because("the table has this risk")
                when
                  $row : Row( table == "fears" )
                then
                  insertLogical( new Risk( $row.cell("risk"), Severity.LOW ) );
                end
                """);
        files.put("own/pack.yaml", "title: Own\nextends: [common]\nphases: [{name: Work}]\n");
        files.put("own/who.csv", "agent\nsmith\n");
        files.put("own/own.cases.yaml", "- {name: the smith works, task: Forge it, then: {agents: [smith]}}\n");
        return files;
    }

    private static Pack own(Map<String, String> rules) {
        return PackReader.read(PackFiles.of("own", FileTree.of(rules), AGENTS), null);
    }

    @Test
    void pack_that_does_not_plan_is_in_no_list() {
        FileTree rules = FileTree.of(rules());
        Policies policies = Policies.load(rules, AGENTS);
        Succession succession = new Succession(pack -> new CaseVerdict(0, List.of()));
        InForce asked = InForce.whenAsked(rules, AGENTS, succession, Instant.EPOCH);
        InForce served = succession.next(InForce.NOTHING, PackFiles.all(rules, AGENTS), Instant.EPOCH);

        assertThat(policies.names()).containsExactly("own");
        assertThat(policies.pack("common")).isNull();
        assertThat(asked.names()).containsExactly("own");
        assertThat(served.names()).containsExactly("own");
        assertThat(List.of(policies, asked.policies(), served.policies()))
                .allSatisfy(all -> assertThat(all.isShared("common")).isTrue())
                .allSatisfy(all -> assertThat(all.isShared("own")).isFalse())
                .allSatisfy(all -> assertThat(all.isShared("nowhere")).isFalse());
    }

    @Test
    void pack_that_extends_one_that_does_not_plan_plans_by_its_rules() {
        Pack own = own(rules());

        assertThat(CaseRunner.run(own)).hasSize(1).allMatch(result -> result.passed());
    }

    @Test
    void phases_are_needed_only_by_whoever_plans() {
        Map<String, String> without = rules();
        without.put("own/pack.yaml", "title: Own\nextends: [common]\n");

        assertThat(PackFiles.of("own", FileTree.of(without), AGENTS).read())
                .isInstanceOfSatisfying(
                        PackState.Broken.class,
                        broken -> assertThat(broken.faults())
                                .extracting(Fault::toString)
                                .anyMatch(fault -> fault.startsWith("own/pack.yaml:1:1:") && fault.contains("phases")));
    }

    @Test
    void whoever_never_works_side_by_side_lets_one_agent_work_at_a_time_without_limits_of_its_own() {
        Map<String, String> sequential = rules();
        sequential.computeIfPresent("own/pack.yaml", (file, text) -> text + "sequentialOnly: true\n");

        assertThat(own(sequential).settings().frame().limits().parallelAgents()).isEqualTo(1);
        assertThat(own(rules()).settings().frame().limits()).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void settings_that_cannot_be_read_are_told_and_not_passed_over() {
        Map<String, String> faulty = rules();
        faulty.put("common/pack.yaml", "title: Common\nplans: perhaps\nphases: [{name: Work}]\n");

        assertThat(PackNames.of(FileTree.of(faulty)).planning()).containsExactly("common", "own");
        assertThat(PackFiles.of("common", FileTree.of(faulty), AGENTS).read())
                .isInstanceOfSatisfying(
                        PackState.Broken.class,
                        broken -> assertThat(broken.faults().getFirst().toString())
                                .startsWith("common/pack.yaml:2:8:"));
    }

    @Test
    void change_of_its_files_is_another_version_of_whoever_extends_it() {
        Map<String, String> changed = rules();
        changed.computeIfPresent("common/common.drl", (file, text) -> text.replace("LOW", "HIGH"));

        assertThat(own(changed).version()).isNotEqualTo(own(rules()).version());
    }

    @Test
    void shared_rule_that_a_pack_has_no_rows_for_is_no_finding_and_no_gap() {
        Pack own = own(rules());

        assertThat(PackCheck.check(new PackState.Loaded(own))).isEmpty();
        assertThat(Coverage.of(own, CaseRunner.run(own)).isComplete()).isTrue();
    }
}
