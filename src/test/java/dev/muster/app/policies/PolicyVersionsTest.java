package dev.muster.app.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.SmallPack;
import dev.muster.app.json.Json;
import dev.muster.app.planning.Replay;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that are kept, served again, and planned by again. */
class PolicyVersionsTest {
    @TempDir
    Path folder;

    private SmallPack pack;
    private LiveRig rig;
    private String first;

    @BeforeEach
    void setUp() {
        pack = SmallPack.in(folder);
        rig = new LiveRig(pack);
        first = Objects.requireNonNull(rig.served());
    }

    private String edited(int edition) {
        rig.clock.pass(Duration.ofHours(1));
        pack.table(edition);
        rig.look();
        return Objects.requireNonNull(rig.served());
    }

    private static String table(Plan plan) {
        return plan.risks().getFirst().text();
    }

    @Test
    void versions_are_listed_newest_first_with_what_changed() {
        String second = edited(2);

        List<VersionSummary> versions = rig.policies.versions("small");

        assertThat(versions).extracting(VersionSummary::version).containsExactly(second, first);
        assertThat(versions).extracting(VersionSummary::served).containsExactly(true, false);
        assertThat(versions.getFirst().changes()).hasToString("changed rules/small/risks.csv");
        assertThat(versions.getFirst().firstSeen())
                .isAfterOrEqualTo(versions.getLast().firstSeen().plus(Duration.ofHours(1)));
        assertThat(versions.getLast().changes()).isNull();
        assertThat(versions.getLast().files()).isEqualTo(4);
    }

    @Test
    void rollback_serves_the_older_version_until_the_files_change() {
        String second = edited(2);

        PackSummary rolledBack = rig.policies.rollBack("small", first);

        assertThat(table(rig.plan())).endsWith("edition 1");
        assertThat(rolledBack.rolledBack()).isTrue();
        assertThat(rolledBack.state()).isEqualTo(State.READY);
        assertThat(rolledBack.version()).isEqualTo(first);
        assertThat(rolledBack.filesVersion()).isEqualTo(second);

        edited(3);
        assertThat(table(rig.plan())).endsWith("edition 3");
        assertThat(rig.summary().rolledBack()).isFalse();
        assertThat(rig.store.rollback("small", second)).isNull();
    }

    @Test
    void rollback_outlives_a_restart_while_the_files_stay() {
        edited(2);
        rig.policies.rollBack("small", first);

        LiveRig restarted = new LiveRig(pack, rig.store);
        assertThat(restarted.served()).isEqualTo(first);
        assertThat(restarted.summary().rolledBack()).isTrue();

        pack.table(3);
        assertThat(table(new LiveRig(pack, rig.store).plan())).endsWith("edition 3");
    }

    @Test
    void rollback_to_the_version_of_the_files_ends_the_rollback() {
        String second = edited(2);
        rig.policies.rollBack("small", first);

        assertThat(rig.policies.rollBack("small", second).rolledBack()).isFalse();
        assertThat(table(rig.plan())).endsWith("edition 2");
        assertThat(rig.store.rollback("small", second)).isNull();
    }

    @Test
    void edit_that_cannot_be_used_keeps_what_was_rolled_back_to_also_over_a_restart() {
        edited(2);
        rig.policies.rollBack("small", first);
        SmallPack.write(pack.file("work.drl"), "rule");
        rig.look();

        for (LiveRig server : List.of(rig, new LiveRig(pack, rig.store))) {
            assertThat(table(server.plan())).endsWith("edition 1");
            assertThat(server.summary().state()).isEqualTo(State.DEGRADED);
            assertThat(server.summary().rolledBack()).isTrue();
        }
    }

    @Test
    void version_that_was_never_served_is_refused_with_the_nearest() {
        String almost = (first.startsWith("0") ? "1" : "0") + first.substring(1);

        assertThatThrownBy(() -> rig.policies.rollBack("small", almost))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().advice()).contains("Did you mean \"" + first + "\"?"));
        assertThatThrownBy(() -> rig.policies.rollBack("smal", first))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isInstanceOf(PolicyReason.NoSuchPack.class));
    }

    @Test
    void plan_of_an_older_version_is_made_again_to_the_byte() {
        Plan plan = rig.plan();
        rig.plans.save(plan);
        edited(2);

        assertThat(rig.policies.replay(plan.id())).isEqualTo(new Replay(plan.id(), "small", first, true, List.of()));
    }

    @Test
    void plan_that_does_not_follow_from_its_policy_differs_where_it_does_not() {
        Plan plan = rig.plan();
        rig.plans.put(plan.id(), Json.line(plan).replace("The table of edition 1\",\"sev", "Another\",\"sev"));

        Replay replay = rig.policies.replay(plan.id());

        assertThat(replay.same()).isFalse();
        assertThat(replay.differences())
                .containsExactly(new Replay.Difference("risks[0].text", "\"Another\"", "\"The table of edition 1\""));
    }

    @Test
    void plan_with_other_bytes_for_the_same_values_is_not_the_same() {
        Plan plan = rig.plan();
        rig.plans.put(plan.id(), Json.line(plan).replace("\"version\":1", "\"version\": 1"));

        assertThat(rig.policies.replay(plan.id()).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.at()).startsWith("character "));
    }
}
