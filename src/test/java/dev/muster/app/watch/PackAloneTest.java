package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.SmallPack;
import dev.muster.app.policies.CaseRuns;
import dev.muster.app.policies.LiveRig;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Succession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with one pack, or takes long in it, stops and delays no change of another. */
@Timeout(60)
class PackAloneTest {
    @TempDir
    Path folder;

    private SmallPack pack;
    private SmallPack bad;
    private LiveRig rig;

    @BeforeEach
    void setUp() {
        pack = SmallPack.in(folder);
        bad = pack.named("bad").edition(1);
        rig = new LiveRig(pack);
    }

    private void assertOtherChangesGoOn() {
        pack.rule(2);
        rig.look();
        assertThat(LiveRig.editions(rig.plan()).getFirst()).isEqualTo("Do it by edition 2.");
        assertThat(rig.summary().state()).isEqualTo(State.READY);
    }

    private void assertBadIsKeptAndTold(String what) {
        PackSummary summary = rig.policies.policy("bad");
        assertThat(summary.state()).isEqualTo(State.DEGRADED);
        assertThat(summary.faults().getFirst().toString()).startsWith("bad/").contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "extends: bad\\n",
                "title: A\\n\\0"
            })
    void settings_that_cannot_be_read_are_a_fault_of_their_pack(String settings) {
        SmallPack.write(bad.file("pack.yaml"), settings.translateEscapes());
        rig.look();
        assertBadIsKeptAndTold("bad/pack.yaml:");
        assertOtherChangesGoOn();
    }

    @Test
    void link_that_leads_in_a_circle_is_a_fault_of_its_pack() throws IOException {
        Files.createSymbolicLink(bad.file("skills"), Path.of("."));
        rig.look();
        assertBadIsKeptAndTold("bad/skills");
        assertOtherChangesGoOn();
    }

    @Test
    void file_of_seventeen_megabytes_is_a_fault_of_its_pack() {
        SmallPack.write(bad.file("risks.csv"), "risk\n" + "x".repeat(17 << 20));
        rig.look();
        assertBadIsKeptAndTold("bad/risks.csv");
        assertOtherChangesGoOn();
    }

    @Test
    void packs_that_extend_each_other_many_times_over_are_read_once_each() {
        for (int i = 0; i < 40; i++) {
            String parents = i == 0 ? "" : "extends: [p%d, q%d]\n".formatted(i - 1, i - 1);
            SmallPack.write(
                    pack.rules().resolve("p" + i + "/pack.yaml"), "title: P\nphases: [{name: Work}]\n" + parents);
            SmallPack.write(
                    pack.rules().resolve("q" + i + "/pack.yaml"), "title: Q\nphases: [{name: Work}]\n" + parents);
        }
        rig.look();
        assertThat(rig.policies.policy("p39").faults().getFirst().toString())
                .contains("More than 16 packs extend one another");
        assertOtherChangesGoOn();
    }

    @Test
    void pack_that_takes_long_delays_no_other() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        PolicyWatch watch = rig.watch(task -> Thread.ofPlatform().daemon().start(() -> {
            if (taken.getAndIncrement() == 0) {
                await(held);
            }
            task.run();
        }));
        bad.rule(2);
        pass(watch);
        assertThat(taken).hasValue(1);

        CountDownLatch live = new CountDownLatch(1);
        rig.store.onKeep(version -> live.countDown());
        pack.rule(2);
        pass(watch);
        assertThat(live.await(10, TimeUnit.SECONDS)).isTrue();
        held.countDown();
    }

    private void pass(PolicyWatch watch) {
        for (int i = 0; i < 10; i++) {
            watch.look(false, FolderStamp.of(rig.files.folders()));
            rig.clock.pass(PolicyWatch.REST);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void error_of_the_machine_while_a_pack_is_taken_over_is_a_fault_of_that_pack() {
        Succession out = new Succession(_ -> {
            throw new OutOfMemoryError("Java heap space");
        });
        PackStatus before = Objects.requireNonNull(rig.holder.inForce().find("bad"));
        bad.settings("casesMustPass: true\n");
        PackFiles now = Objects.requireNonNull(rig.files.read().packs().get("bad"));

        PackStatus next = out.next(before, now, Instant.EPOCH);
        assertThat(next.served()).isSameAs(before.served());
        assertThat(next.faults()).singleElement().asString().contains("OutOfMemoryError: Java heap space");
    }

    @Test
    void error_of_the_machine_in_the_watch_leaves_the_pack_to_the_next_look() {
        AtomicInteger tried = new AtomicInteger();
        PolicyWatch watch = rig.watch(task -> {
            if (tried.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        });
        pack.rule(2);
        assertThatThrownBy(() -> pass(watch)).isInstanceOf(OutOfMemoryError.class);
        pass(watch);
        assertThat(LiveRig.editions(rig.plan()).getFirst()).isEqualTo("Do it by edition 2.");
    }

    @Test
    void cases_that_nobody_runs_any_more_keep_nobody_waiting() {
        CaseRuns cases = new CaseRuns();
        cases.stop();
        Pack served = Objects.requireNonNull(rig.standing().served()).pack();
        cases.begin(served, _ -> {});
        assertThat(cases.await(served, Duration.ofDays(1))).isNull();
    }

    @Test
    void cases_that_take_long_are_not_waited_for_without_end() {
        CaseRuns cases = new CaseRuns();
        CountDownLatch held = new CountDownLatch(1);
        pack.aCase(1);
        rig.look();
        Pack served = Objects.requireNonNull(rig.standing().served()).pack();
        cases.begin(served, _ -> await(held));
        Pack other = Objects.requireNonNull(
                        Objects.requireNonNull(rig.holder.inForce().find("bad")).served())
                .pack();
        cases.begin(other, _ -> {});

        assertThat(cases.await(other, Duration.ofSeconds(30))).isNotNull();
        held.countDown();
        cases.stop();
    }
}
