package dev.muster.cli.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import dev.muster.app.access.MemoryKeys;
import dev.muster.app.access.PersonAtTerminal;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.runs.RunSummary;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");
    private static final RunSummary RUN = new RunSummary(
            "r1", "p1", 1, "any", "Invoices", RunMode.REAL, RunStatus.WAITING, "ann", BEGAN, BEGAN, 3, false);

    private final Keys keys = MemoryKeys.keys();
    private final String ann = keys.issue("ann", Set.of(AccessRole.APPROVER)).text();

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

    private static Proof proof(Speaker speaker, AccessRole role) {
        return speaker.signature("so", role, RUN).proof();
    }

    @Test
    void key_says_the_name_and_is_a_proof_without_a_server_too() {
        Speaker speaker = here(null, ann, false, false);

        assertThat(speaker.name()).isEqualTo("ann");
        assertThat(proof(speaker, AccessRole.APPROVER)).isEqualTo(Proof.KEY);
        assertThat(proof(speaker, AccessRole.SUBMITTER))
                .as("no role of this key")
                .isEqualTo(Proof.NONE);
        assertThat(here(" ann ", ann, false, false).name()).isEqualTo("ann");
    }

    @Test
    void admin_key_of_the_commands_own_environment_proves_nothing() {
        String made = "x".repeat(Keys.SHORTEST_ADMIN_KEY);
        Speaker speaker = Speaker.here(null, made, MemoryKeys.keys(made), terminal(true), false);

        assertThat(speaker.name()).isEqualTo("admin");
        assertThat(proof(speaker, AccessRole.APPROVER)).isEqualTo(Proof.NONE);
    }

    @Test
    void other_name_than_the_keys_is_refused() {
        assertThatThrownBy(() -> here("boss", ann, true, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(new AccessReason.NotYourName("boss", "ann")));
    }

    @Test
    void key_that_is_none_or_was_revoked_is_an_error() {
        for (String key : new String[] {"muster_0_0", "", "nonsense"}) {
            assertThatThrownBy(() -> here(null, key, true, true)).isInstanceOf(Refusal.class);
        }
        keys.revoke("ann");
        assertThatThrownBy(() -> here(null, ann, true, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(new AccessReason.NoSuchCaller()));
    }

    @Test
    void terminal_is_a_proof_only_where_it_is_older_than_the_run() {
        assertThat(proof(here("bob", null, true, true), AccessRole.APPROVER)).isEqualTo(Proof.TERMINAL);
        assertThat(proof(here("bob", null, true, false), AccessRole.APPROVER)).isEqualTo(Proof.NONE);
        assertThat(proof(here("bob", null, false, true), AccessRole.APPROVER)).isEqualTo(Proof.NONE);
        assertThat(here("bob", null, true, true).typedByStarter("so").proof()).isEqualTo(Proof.TERMINAL);
        assertThat(here("bob", null, true, true).yesToAll().proof()).isEqualTo(Proof.STARTER);
    }

    @Test
    void server_is_told_a_name_only_where_no_key_says_it() {
        assertThat(Speaker.atServer(null, true, terminal(true)).name()).isEmpty();
        assertThat(Speaker.atServer("bob", true, terminal(true)).name()).isEqualTo("bob");
        assertThat(Speaker.atServer(null, false, terminal(true)).name()).isEqualTo(System.getProperty("user.name"));
    }
}
