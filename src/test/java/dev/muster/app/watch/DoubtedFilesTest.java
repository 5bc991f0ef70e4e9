package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.SmallPack;
import dev.muster.app.policies.LiveRig;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.app.policies.Reloaded;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.source.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are missing from the files, under a running server: no one plans without them unless somebody means it. */
class DoubtedFilesTest {
    private static final Duration NEARLY = PolicyWatch.GRACE.minus(PolicyWatch.REST.multipliedBy(2));

    private static final String SECURITY = """
            package small
            rule "Wording"
            @because("how it is said")
            when
              Task()
            then
              insertLogical( new Risk( "wording", Severity.LOW ) );
            end
            rule "Uploads are reviewed"
            @because("what comes from outside")
            when
              Task()
            then
              insertLogical( new Trigger( "security", "upload" ) );
            end
            """;

    @TempDir
    Path folder;

    private SmallPack pack;
    private LiveRig rig;
    private String good;

    @BeforeEach
    void setUp() {
        pack = SmallPack.in(folder);
        pack.settings("names: {trigger: [upload]}\nreviews: {security: {level: hard}}\n");
        SmallPack.write(pack.file("security.drl"), SECURITY);
        rig = new LiveRig(pack);
        assertThat(rig.summary().faults()).isEmpty();
        good = served();
    }

    private String served() {
        return String.valueOf(rig.served());
    }

    /** Looks as the watch wants it, for so long. */
    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(PolicyWatch.REST)) {
            rig.step();
            rig.clock.pass(PolicyWatch.REST);
        }
    }

    private void assertDoubted() {
        pass(NEARLY);
        assertThat(served()).isEqualTo(good);
        assertThat(rig.summary().state()).isEqualTo(State.READY);
    }

    private void assertKept(String place, String message) {
        assertThat(served()).isEqualTo(good);
        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);
        assertThat(rig.summary().faults())
                .singleElement()
                .asString()
                .startsWith(place + ":1:1: ")
                .contains(message);
    }

    @Test
    void file_that_vanished_is_deleted_two_seconds_later_and_its_rules_are_named_hard_reviews_first()
            throws IOException {
        Files.delete(pack.file("security.drl"));
        assertDoubted();

        rig.look();
        assertThat(served()).isNotEqualTo(good);
        assertThat(rig.summary().state()).isEqualTo(State.READY);
        assertThat(rig.policies.versions("small").getFirst().rulesGone())
                .containsExactly("Uploads are reviewed", "Wording");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t\n",
                "\uFEFF",
                "package small\n// all of it comes back tomorrow\n",
                "package small\nimport dev.muster.fact.*\n/* rule \"Wording\"\nwhen then end */\n"
            })
    void file_of_rules_that_says_nothing_keeps_the_last_good_version_until_it_is_filled(String emptied) {
        SmallPack.write(pack.file("security.drl"), emptied);
        assertDoubted();

        rig.look();
        assertKept("small/security.drl", "This file says nothing; it had 2 rules. Fill it, or delete it");

        SmallPack.write(pack.file("security.drl"), SECURITY);
        rig.look();
        assertThat(rig.summary().state()).isEqualTo(State.READY);
        assertThat(served()).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risks.csv", "pack.yaml", "../../agents/small/worker.md"})
    void other_file_that_was_emptied_keeps_the_last_good_version(String file) {
        SmallPack.write(pack.file(file), "");
        assertDoubted();

        rig.look();
        assertKept("small/" + Path.of(file).getFileName(), "This file says nothing. Fill it, or delete it");
    }

    @Test
    void table_that_lost_its_rows_is_doubted_and_then_refused() {
        SmallPack.write(pack.file("risks.csv"), "# the risks\nrisk\n");
        assertDoubted();

        rig.look();
        assertKept("small/risks.csv", "This file says nothing.");
    }

    @Test
    void emptied_file_that_is_deleted_counts_as_deleted() throws IOException {
        SmallPack.write(pack.file("security.drl"), "");
        rig.look();
        Files.delete(pack.file("security.drl"));
        pass(NEARLY);
        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);

        rig.look();
        assertThat(rig.summary().state()).isEqualTo(State.READY);
        assertThat(served()).isNotEqualTo(good);
    }

    @Test
    void dangling_link_keeps_the_last_good_version() throws IOException {
        Files.delete(pack.file("security.drl"));
        Files.createSymbolicLink(pack.file("security.drl"), Path.of("elsewhere.drl"));
        assertDoubted();

        rig.look();
        assertThat(served()).isEqualTo(good);
        assertThat(rig.summary().state()).isEqualTo(State.DEGRADED);
        assertThat(rig.summary().faults().getFirst().place().file()).isEqualTo("small/security.drl");
    }

    @Test
    void file_that_breaks_off_between_two_rules_is_served_when_nobody_has_written_on_for_two_seconds() {
        SmallPack.write(pack.file("security.drl"), SECURITY.substring(0, SECURITY.indexOf("rule \"Uploads")));
        assertDoubted();

        rig.look();
        assertThat(rig.summary().state()).isEqualTo(State.READY);
        assertThat(served()).isNotEqualTo(good);
    }

    @Test
    void set_of_files_that_is_rewritten_slowly_is_taken_over_as_a_whole() throws IOException {
        Files.delete(pack.file("security.drl"));
        pass(Duration.ofSeconds(1));
        pack.rule(2);
        pass(Duration.ofSeconds(1));
        pack.table(2);
        assertDoubted();

        SmallPack.write(pack.file("uploads.drl"), SECURITY.replace("LOW", "HIGH"));
        pass(Duration.ofMillis(200));
        assertThat(served()).isNotEqualTo(good);
        assertThat(rig.policies.versions("small").getFirst().rulesGone()).isEmpty();
        assertThat(rig.policies.versions("small")).hasSize(2);
    }

    @Test
    void pack_that_is_written_all_the_time_keeps_no_other_from_losing_a_file() throws IOException {
        pack.named("other").edition(1);
        rig.look();
        Files.delete(pack.file("security.drl"));
        for (int edition = 2; edition < 100; edition++) {
            pack.named("other").edition(edition);
            pass(PolicyWatch.REST);
        }
        assertThat(served()).isNotEqualTo(good);
    }

    @Test
    void reload_on_request_takes_a_missing_file_as_deleted_and_names_its_rules() throws IOException {
        Files.delete(pack.file("security.drl"));
        Reloaded reloaded = rig.policies.reload("small");

        assertThat(reloaded.rulesGone()).containsExactly("Uploads are reviewed", "Wording");
        assertThat(served()).isNotEqualTo(good);
    }

    @Test
    void reload_on_request_refuses_an_empty_file() {
        SmallPack.write(pack.file("security.drl"), "");
        assertThatThrownBy(() -> rig.policies.reload("small"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isInstanceOfSatisfying(
                                        PolicyReason.ReloadRefused.class,
                                        reason -> assertThat(reason.faults())
                                                .extracting(Fault::toString)
                                                .containsExactly(
                                                        "small/security.drl:1:1: This file says nothing; it had 2 rules. Fill it,"
                                                                + " or delete it if what it is for is to go.")));
        assertThat(served()).isEqualTo(good);
    }

    @Test
    void server_that_starts_over_an_empty_file_does_not_plan_without_its_rules() {
        SmallPack.write(pack.file("security.drl"), "\n");
        LiveRig started = new LiveRig(pack);

        assertThat(started.summary().state()).isEqualTo(State.BROKEN);
        assertThat(started.summary().faults())
                .extracting(Fault::place)
                .singleElement()
                .hasToString("small/security.drl:1:1");
        assertThatThrownBy(started::plan).isInstanceOf(Refusal.class);
    }

    @Test
    void rules_that_moved_to_another_file_are_served_at_once() throws IOException {
        Files.delete(pack.file("security.drl"));
        SmallPack.write(pack.file("renamed.drl"), SECURITY);
        pass(Duration.ofMillis(200));
        assertThat(List.of(served())).doesNotContain(good);
    }
}
