package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.SmallPack;
import dev.muster.app.planning.PackChoice;
import dev.muster.app.policies.LiveRig;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pack that extends {@code base}: the one in its rules folder, else the one inside the program. */
@Timeout(60)
class SharedBaseTest {
    private static final String EXTENDS_BASE = "extends: [base]\ntables: {risks: {key: [risk]}}\n";

    @TempDir
    Path folder;

    private SmallPack pack;

    @BeforeEach
    void setUp() {
        pack = SmallPack.in(folder);
        SmallPack.write(pack.file("risks.csv"), "risk,cause,name,severity\nThe table of edition 1,,,\n");
        SmallPack.write(pack.file("criteria.csv"), "cause,name,criterion\npattern,other,It is done.\n");
        pack.settings(EXTENDS_BASE);
    }

    /** A base that says otherwise than the one inside the program what is needed in the end. */
    private void ownBase(String criterion) {
        SmallPack.write(pack.rules().resolve("base/pack.yaml"), "title: Our base\nplans: false\n");
        SmallPack.write(pack.rules().resolve("base/criteria.drl"), """
                package base
                rule "Work is done some day"
                @because("our base says so")
                when
                  Task()
                then
                  insertLogical( new SuccessCriterion( "%s" ) );
                end
                """.formatted(criterion));
    }

    private static List<String> criteria(LiveRig rig) {
        return rig.plan().successCriteria().stream()
                .map(Plan.SuccessCriterion::text)
                .toList();
    }

    @Test
    void base_inside_the_program_serves_where_the_folder_has_none() {
        LiveRig rig = new LiveRig(pack);

        assertThat(rig.policies.policies()).extracting(PackSummary::name).containsExactly("small");
        assertThat(rig.summary().faults()).isEmpty();
        assertThat(criteria(rig)).containsExactly("It is done.");
        assertThat(rig.standing().files().contents()).containsKeys("rules/base/outcome.drl", "rules/small/work.drl");
    }

    @Test
    void base_of_the_folder_comes_first_and_its_changes_are_taken_over() {
        ownBase("Ours.");
        LiveRig rig = new LiveRig(pack);
        String before = rig.served();
        assertThat(criteria(rig)).containsExactly("Ours.");

        ownBase("Ours is another.");
        rig.look();

        assertThat(rig.policies.policies()).extracting(PackSummary::name).containsExactly("small");
        assertThat(criteria(rig)).containsExactly("Ours is another.");
        assertThat(rig.served()).isNotEqualTo(before);
    }

    @Test
    void broken_base_leaves_those_that_extend_it_as_they_were_and_is_told() {
        ownBase("Ours.");
        LiveRig rig = new LiveRig(pack);

        SmallPack.write(pack.rules().resolve("base/criteria.drl"), "package base\nrule \"Half\"\nwhen\n  Tusk()\n");
        rig.look();

        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);
        assertThat(rig.summary().faults().getFirst().toString()).startsWith("base/criteria.drl:");
        assertThat(criteria(rig)).containsExactly("Ours.");
    }

    @Test
    void base_that_is_asked_for_by_name_is_refused_with_those_that_plan() {
        LiveRig rig = new LiveRig(pack);

        Reason shared = new PolicyReason.SharedPack("base", List.of("small"));
        refused(
                () -> PackChoice.loaded(rig.holder.current(), "base"),
                new PlanReason.PackWithoutPlans("base", List.of("small")));
        refused(() -> rig.policies.policy("base"), shared);
        refused(() -> rig.policies.reload("base"), shared);
        refused(() -> rig.policies.versions("base"), shared);
        refused(() -> rig.policies.rollBack("base", Objects.requireNonNull(rig.served())), shared);
    }

    private static void refused(ThrowingCallable asking, Reason reason) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.reason().found()).contains("\"base\" does not plan");
            assertThat(refusal.reason().advice()).isEqualTo("Name one that plans: small.");
        });
    }
}
