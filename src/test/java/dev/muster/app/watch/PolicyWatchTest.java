package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.SmallPack;
import dev.muster.app.policies.LiveRig;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.app.policies.Reloaded;
import dev.muster.policy.Pack;
import dev.muster.policy.live.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs do to files under a running server. The watch looks when the test lets it. */
class PolicyWatchTest {
    @TempDir
    Path folder;

    private SmallPack pack;
    private LiveRig rig;

    @BeforeEach
    void setUp() {
        pack = SmallPack.in(folder);
        rig = new LiveRig(pack);
    }

    private List<String> plan() {
        return LiveRig.editions(rig.plan());
    }

    private static List<String> editions(int rule, int table) {
        return List.of("Do it by edition " + rule + ".", "The table of edition " + table);
    }

    @Test
    void edited_file_is_served() {
        pack.rule(2);
        rig.look();

        assertThat(plan()).isEqualTo(editions(2, 1));
        assertThat(rig.summary().state()).isEqualTo(State.READY);
    }

    @Test
    void edited_agent_is_served() {
        String before = rig.served();
        pack.agent(2);
        rig.look();

        assertThat(rig.served()).isNotEqualTo(before);
        assertThat(rig.summary().state()).isEqualTo(State.READY);
    }

    @Test
    void file_that_an_editor_replaced_is_served_though_it_has_the_same_size_and_time() throws IOException {
        Path table = pack.file("risks.csv");
        FileTime time = Files.getLastModifiedTime(table);
        Path written = folder.resolve("risks.csv~");
        Files.writeString(written, "risk\nThe table of edition 2\n");
        Files.setLastModifiedTime(written, time);
        Files.move(written, table, StandardCopyOption.ATOMIC_MOVE);
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 2));
    }

    @Test
    void added_renamed_and_removed_files_are_served() throws IOException {
        SmallPack.write(pack.file("more.drl"), """
                package small
                rule "Another risk"
                @because("the added rule")
                when
                  Task()
                then
                  insertLogical( new Risk( "A file was added", Severity.HIGH ) );
                end
                """);
        rig.look();
        assertThat(rig.plan().risks()).hasSize(2);

        Files.move(pack.file("more.drl"), pack.file("less.drl"));
        rig.look();
        assertThat(rig.plan().risks())
                .anySatisfy(risk -> assertThat(risk.because().getFirst().file()).isEqualTo("small/less.drl"));

        Files.delete(pack.file("less.drl"));
        rig.look();
        assertThat(rig.plan().risks()).hasSize(1);
    }

    @Test
    void touched_file_with_the_same_content_leaves_the_very_pack_in_place() throws IOException {
        Pack before = Objects.requireNonNull(rig.standing().served()).pack();
        Files.setLastModifiedTime(pack.file("risks.csv"), FileTime.from(Instant.EPOCH));
        rig.look();

        assertThat(Objects.requireNonNull(rig.standing().served()).pack()).isSameAs(before);
    }

    @Test
    void pack_that_did_not_change_is_not_read_again() {
        pack.named("other").edition(1);
        rig.look();
        Served before = rig.standing().served();
        pack.named("other").edition(2);
        rig.look();

        assertThat(rig.holder.current().names()).containsExactly("other", "small");
        assertThat(rig.standing().served()).isSameAs(before);
    }

    @Test
    void many_files_saved_at_once_are_one_change() {
        pack.rule(2);
        rig.step();
        pack.table(2);
        rig.clock.pass(Duration.ofMillis(20));
        rig.step();
        pack.agent(2);
        rig.look();

        assertThat(plan()).isEqualTo(editions(2, 2));
        assertThat(rig.store.versions("small")).hasSize(2);
    }

    @Test
    void half_a_file_is_not_served_while_the_other_half_is_being_written() throws IOException {
        Path rule = pack.file("work.drl");
        String whole = Files.readString(rule).replace("edition 1", "edition 2");
        Files.writeString(rule, whole.substring(0, whole.length() / 2));
        rig.step();
        rig.clock.pass(PolicyWatch.REST.minusMillis(1));
        rig.step();
        assertThat(rig.summary().state()).isEqualTo(State.READY);

        Files.writeString(rule, whole.substring(whole.length() / 2), StandardOpenOption.APPEND);
        rig.look();

        assertThat(plan()).isEqualTo(editions(2, 1));
        assertThat(rig.store.versions("small")).hasSize(2);
    }

    @Test
    void file_that_stays_cut_in_half_keeps_the_last_good_version_and_says_where() throws IOException {
        String before = rig.served();
        Path rule = pack.file("work.drl");
        String whole = Files.readString(rule);
        Files.writeString(rule, whole.substring(0, whole.indexOf("insertLogical") + 20));
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 1));
        PackSummary summary = rig.summary();
        assertThat(summary.state()).isEqualTo(State.DEGRADED);
        assertThat(summary.version()).isEqualTo(before);
        assertThat(summary.filesVersion()).isNotEqualTo(before);
        assertThat(summary.faults().getFirst().place().toString()).startsWith("small/work.drl:");

        Files.writeString(rule, whole);
        rig.look();
        assertThat(rig.summary().state()).isEqualTo(State.READY);
        assertThat(rig.served()).isEqualTo(before);
    }

    @Test
    void who_writes_without_a_pause_is_not_waited_for_forever() {
        Duration waited = Duration.ZERO;
        for (int edition = 2; plan().equals(editions(1, 1)); edition++) {
            pack.table(edition);
            rig.step();
            rig.clock.pass(PolicyWatch.REST.minusMillis(1));
            waited = waited.plus(PolicyWatch.REST);
            assertThat(waited).isLessThan(PolicyWatch.PATIENCE.multipliedBy(2));
        }
        assertThat(waited).isGreaterThan(PolicyWatch.PATIENCE);
    }

    @Test
    void folder_swapped_by_a_symbolic_link_is_served() throws IOException {
        SmallPack mounted = new SmallPack(folder.resolve("mounted/rules"), folder.resolve("mounted/agents"), "small");
        mount(mounted, 1);
        LiveRig server = new LiveRig(mounted);
        assertThat(LiveRig.editions(server.plan())).isEqualTo(editions(1, 1));
        mount(mounted, 2);
        server.look();

        assertThat(LiveRig.editions(server.plan())).isEqualTo(editions(2, 2));
    }

    /** As Kubernetes mounts ConfigMaps: each file is a link through ..data, which is a link to a folder that is swapped. */
    private void mount(SmallPack mounted, int edition) throws IOException {
        SmallPack written = SmallPack.in(folder.resolve("written" + edition)).edition(edition);
        volume(mounted.rules().resolve("small"), written.rules().resolve("small"), ".." + edition);
        volume(mounted.agents().resolve("small"), written.agents().resolve("small"), ".." + edition);
    }

    private static void volume(Path mount, Path written, String version) throws IOException {
        Files.createDirectories(mount);
        Files.move(written, mount.resolve(version));
        for (String file : mount.resolve(version).toFile().list()) {
            if (!Files.exists(mount.resolve(file))) {
                Files.createSymbolicLink(mount.resolve(file), Path.of("..data").resolve(file));
            }
        }
        Files.createSymbolicLink(mount.resolve("..swap"), Path.of(version));
        Files.move(mount.resolve("..swap"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void removed_pack_is_served_for_a_while_and_then_gone() {
        pack.named("other").edition(1);
        rig.look();
        SmallPack.delete(pack.folder());
        rig.step();
        rig.clock.pass(PolicyWatch.REST);
        rig.step();
        assertThat(plan()).isEqualTo(editions(1, 1));

        rig.look();
        assertThat(rig.holder.current().names()).containsExactly("other");
    }

    @Test
    void pack_that_is_replaced_by_removing_and_copying_never_goes() {
        pack.named("other").edition(1);
        rig.look();
        SmallPack.delete(pack.folder());
        rig.step();
        rig.clock.pass(PolicyWatch.REST);
        rig.step();
        pack.edition(2);
        rig.look();

        assertThat(plan()).isEqualTo(editions(2, 2));
    }

    @Test
    void removed_rules_folder_keeps_what_is_served_and_says_so() {
        SmallPack.delete(pack.rules());
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 1));
        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);
        assertThat(rig.summary().faults())
                .singleElement()
                .asString()
                .isEqualTo(pack.rules() + ":1:1: There is no folder " + pack.rules() + ".");

        pack.edition(2);
        rig.look();
        assertThat(plan()).isEqualTo(editions(2, 2));
        assertThat(rig.summary().state()).isEqualTo(State.READY);
    }

    @Test
    void empty_rules_folder_keeps_what_is_served() {
        SmallPack.delete(pack.folder());
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 1));
        assertThat(rig.summary().faults()).asString().contains("There is no pack in the rules folder any more.");
    }

    @Test
    void removed_agents_keep_the_last_good_version() {
        SmallPack.delete(pack.agents().resolve("small"));
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 1));
        assertThat(rig.summary().faults().getFirst().toString())
                .startsWith("small/work.drl:7:32: No agent is called")
                .contains("\"worker\"");
    }

    @Test
    void red_case_is_reported_but_served() {
        pack.aCase(1);
        pack.table(2);
        Reloaded reloaded = rig.policies.reload("small");

        assertThat(plan()).isEqualTo(editions(1, 2));
        assertThat(reloaded.pack().state()).isEqualTo(State.READY);
        assertThat(Objects.requireNonNull(reloaded.pack().cases()).red())
                .singleElement()
                .asString()
                .startsWith("small/work.cases.yaml:3:")
                .contains("the table is of edition 1");
    }

    @Test
    void red_case_refuses_the_change_where_the_pack_says_so() {
        pack.settings("casesMustPass: true\n");
        pack.aCase(1);
        rig.look();
        assertThat(rig.summary().cases()).isNotNull().matches(cases -> cases.allGreen() && cases.green() == 1);

        pack.table(2);
        rig.look();

        assertThat(plan()).isEqualTo(editions(1, 1));
        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);
        assertThat(rig.summary().faults().getFirst().toString()).startsWith("small/work.cases.yaml:3:");
    }
}
