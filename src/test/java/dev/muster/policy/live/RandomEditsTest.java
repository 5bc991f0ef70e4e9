package dev.muster.policy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.OnDemand;
import dev.muster.plan.settling.SettlingException;
import dev.muster.policy.PackFiles;
import dev.muster.policy.Shipped;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.files.FileTree;
import dev.muster.source.Fault;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Edits of the shipped pack as nobody would make them on purpose. Each is served whole or refused with a place, and what is
 * served then plans or says where it cannot.
 */
class RandomEditsTest {
    private static final int EDITS = OnDemand.size("muster.edits", 200, 5_000);
    private static final String TASK = "Add an endpoint where customers upload invoices as PDF and store them in S3";
    private static final Succession SUCCESSION = new Succession(CaseVerdict::of);
    private static final PackFiles SHIPPED = PackFiles.of("backend", Shipped.rules(), Shipped.agents());
    private static final PackStatus GOOD = SUCCESSION.next(null, SHIPPED, Instant.EPOCH);

    @Test
    void random_edit_is_served_whole_or_refused_with_a_place() {
        int served = 0;
        for (int seed = 0; seed < EDITS; seed++) {
            PackFiles edited = edited(new Random(seed));
            PackStatus standing = SUCCESSION.next(GOOD, edited, Instant.EPOCH);
            if (standing.faults().isEmpty()) {
                served++;
                assertServed(standing, edited, seed);
            } else {
                assertThat(standing.served()).as("seed %d", seed).isSameAs(GOOD.served());
                standing.faults().forEach(fault -> assertPlace(fault, edited));
            }
        }
        assertThat(served).as("edits that were served").isBetween(EDITS / 20, EDITS * 19 / 20);
    }

    private static PackFiles edited(Random random) {
        RandomEdit edit = new RandomEdit(random, SHIPPED.contents());
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            edit.apply();
        }
        FileTree tree = FileTree.ofBytes(edit.files());
        return PackFiles.of("backend", tree.below("rules"), tree.below("agents"));
    }

    private static void assertServed(PackStatus standing, PackFiles edited, int seed) {
        Served now = Objects.requireNonNull(standing.served());
        assertThat(now.version()).as("seed %d", seed).isEqualTo(edited.version());
        assertThat(now.pack().version()).as("seed %d", seed).isEqualTo(edited.version());
        try {
            assertThat(Shipped.plan(now.pack(), "", TASK).pack().version()).isEqualTo(edited.version());
        } catch (SettlingException e) {
            e.faults().forEach(fault -> assertPlace(fault, edited));
        } catch (RuleFailure e) {
            assertThat(e.place().line()).as("seed %d", seed).isPositive();
        } catch (RuleLimitException e) {
            assertThat(e).hasMessageContaining("rule");
        }
    }

    /** A place is in a file that is there, or at the beginning of one that should be. */
    private static void assertPlace(Fault fault, PackFiles edited) {
        String file = fault.place().file();
        assertThat(edited.rules().has(file) || edited.agents().has(file) || file.equals("backend/pack.yaml"))
                .as(fault.toString())
                .isTrue();
        assertThat(fault.place().line()).as(fault.toString()).isPositive();
        assertThat(fault.place().column()).as(fault.toString()).isPositive();
        assertThat(fault.message()).doesNotContain("should not happen").isNotBlank();
    }
}
