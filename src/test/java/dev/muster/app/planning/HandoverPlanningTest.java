package dev.muster.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.PlanningWatch;
import dev.muster.policy.Policies;
import dev.muster.policy.files.FileTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two small packs that point at each other. */
class HandoverPlanningTest {
    private static final FileTree AGENTS = FileTree.of(Map.of(
            "back/smith.md", "---\nname: smith\ndescription: Builds.\n---\nBuild.",
            "front/painter.md", "---\nname: painter\ndescription: Paints.\n---\nPaint."));

    private static FileTree rules(String frontSettings) {
        Map<String, String> files = new TreeMap<>();
        files.put("back/pack.yaml", "title: Back\nphases: [{name: Work}]\n");
        files.put("back/all.drl", rules("back", "front", "smith"));
        files.put("front/pack.yaml", frontSettings);
        files.put("front/all.drl", rules("front", "back", "painter"));
        return FileTree.of(files);
    }

    private static String rules(String pack, String other, String agent) {
        return """
                package %s
                rule "The whole task belongs to the other one"
                @because("somebody else does it")
                when
                  Task()
                then
                  insertLogical( new HandOver( "%s" ) );
                  insertLogical( new UseAgent( "%s", Role.PRIMARY, "help" ) );
                end
                """.formatted(pack, other, agent);
    }

    private static Plan plan(FileTree rules) {
        Policies policies = Policies.load(rules, AGENTS);
        Pack back = ((PackState.Loaded) Objects.requireNonNull(policies.pack("back"))).pack();
        Plan.PlannedTask task = new Plan.PlannedTask(null, "", "Paint the button", TaskContext.NONE);
        Plan.PackRef ref = new Plan.PackRef("back", back.version(), List.of());
        return new HandoverPlanning(policies, PlanningWatch.NONE)
                .plan(back, new Settling.Stamp("p1", 1, Instant.EPOCH, ref, task));
    }

    @Test
    void installed_pack_plans_what_it_is_handed_and_its_plan_is_nested() {
        Plan plan = plan(rules("title: Front\nphases: [{name: Paint}]\n"));

        assertThat(plan.escalations()).isEmpty();
        Plan.HandedOver other = plan.handedOver().getFirst();
        assertThat(other.to()).isEqualTo("front");
        assertThat(other.plan().id()).isEqualTo("p1-front");
        assertThat(other.plan().steps().map(Plan.Step::agent)).containsExactly("painter");
        assertThat(other.because())
                .extracting(because -> because.rule())
                .contains("The whole task belongs to the other one");
    }

    @Test
    void packs_that_point_at_each_other_plan_once_each() {
        Plan plan = plan(rules("title: Front\nphases: [{name: Paint}]\n"));

        Plan other = plan.handedOver().getFirst().plan();
        assertThat(other.handedOver()).isEmpty();
        assertThat(other.escalations()).extracting(Plan.Escalation::to).containsExactly("back");
    }

    @Test
    void broken_pack_stays_an_escalation() {
        Plan plan = plan(rules("title: Front\n"));

        assertThat(plan.handedOver()).isEmpty();
        assertThat(plan.escalations()).extracting(Plan.Escalation::to).containsExactly("front");
    }
}
