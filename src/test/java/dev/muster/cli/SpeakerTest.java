package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.PersonAtTerminal;
import dev.muster.app.Reason;
import dev.muster.app.Refusal;
import dev.muster.app.RunSummary;
import dev.muster.app.access.Keys;
import dev.muster.app.access.MemoryKeys;
import dev.muster.app.access.Role;
import dev.muster.run.Proof;
import dev.muster.run.RunMode;
import dev.muster.run.RunStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");
    private static final RunSummary RUN = new RunSummary(
            "r1", "p1", 1, "any", "Invoices", RunMode.REAL, RunStatus.WAITING, "ann", BEGAN, BEGAN, 3, false);

    private final Keys keys = MemoryKeys.keys();
    private final String ann = keys.issue("ann", Set.of(Role.APPROVER)).text();

    private static PersonAtTerminal terminal(boolean older) {
        return new PersonAtTerminal() {
            @Override
            public boolean isOlderThan(Instant began) {
                return older && began.equals(BEGAN);
            }

            @Override
            public boolean isOfStarter() {
                return older;
            }
        };
    }

    private Speaker here(@Nullable String as, @Nullable String key, boolean atTerminal, boolean older) {
        return Speaker.here(as, key, keys, terminal(older), atTerminal);
    }

    private static Proof proof(Speaker speaker, Role role) {
        return speaker.signature("so", role, RUN).proof();
    }

    @Test
    void key_saysTheNameAndIsAProof_withoutAServerToo() {
        Speaker speaker = here(null, ann, false, false);

        assertThat(speaker.name()).isEqualTo("ann");
        assertThat(proof(speaker, Role.APPROVER)).isEqualTo(Proof.KEY);
        assertThat(proof(speaker, Role.SUBMITTER)).as("no role of this key").isEqualTo(Proof.NONE);
        assertThat(here(" ann ", ann, false, false).name()).isEqualTo("ann");
    }

    @Test
    void adminKeyOfTheCommandsOwnEnvironment_provesNothing() {
        String made = "x".repeat(Keys.SHORTEST_ADMIN_KEY);
        Speaker speaker = Speaker.here(null, made, MemoryKeys.keys(made), terminal(true), false);

        assertThat(speaker.name()).isEqualTo("admin");
        assertThat(proof(speaker, Role.APPROVER)).isEqualTo(Proof.NONE);
    }

    @Test
    void otherNameThanTheKeys_isRefused() {
        assertThatThrownBy(() -> here("boss", ann, true, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(new Reason.NotYourName("boss", "ann")));
    }

    @Test
    void keyThatIsNoneOrWasRevoked_isAnError() {
        for (String key : new String[] {"muster_0_0", "", "nonsense"}) {
            assertThatThrownBy(() -> here(null, key, true, true)).isInstanceOf(Refusal.class);
        }
        keys.revoke("ann");
        assertThatThrownBy(() -> here(null, ann, true, true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(new Reason.NoSuchCaller()));
    }

    @Test
    void terminal_isAProofOnlyWhereItIsOlderThanTheRun() {
        assertThat(proof(here("bob", null, true, true), Role.APPROVER)).isEqualTo(Proof.TERMINAL);
        assertThat(proof(here("bob", null, true, false), Role.APPROVER)).isEqualTo(Proof.NONE);
        assertThat(proof(here("bob", null, false, true), Role.APPROVER)).isEqualTo(Proof.NONE);
        assertThat(here("bob", null, true, true).typedByStarter("so").proof()).isEqualTo(Proof.TERMINAL);
        assertThat(here("bob", null, true, true).yesToAll().proof()).isEqualTo(Proof.STARTER);
    }

    @Test
    void server_isToldANameOnlyWhereNoKeySaysIt() {
        assertThat(Speaker.atServer(null, true, terminal(true)).name()).isEmpty();
        assertThat(Speaker.atServer("bob", true, terminal(true)).name()).isEqualTo("bob");
        assertThat(Speaker.atServer(null, false, terminal(true)).name()).isEqualTo(System.getProperty("user.name"));
    }
}
