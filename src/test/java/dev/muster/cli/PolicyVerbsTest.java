package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.VersionSummary;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.cli.CommandRig.Ended;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs about policies, agents and keys. */
class PolicyVerbsTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final CommandRig rig = new CommandRig();

    private static PackSummary pack(PackSummary.State state, boolean rolledBack, Fault... faults) {
        return new PackSummary(
                "backend",
                state,
                "0123456789ab",
                "Backend work",
                AT,
                "ba9876543210",
                rolledBack,
                List.of(faults),
                null);
    }

    @Test
    void packs_are_listed_with_their_state_and_faults() {
        Ended ended = rig.answering(
                        "policies",
                        List.of(pack(
                                PackSummary.State.DEGRADED,
                                true,
                                new Fault(new Place("backend/x.drl", 3, 7), "no such fact"))))
                .run("policy", "list");

        assertThat(ended.out()).isEqualToNormalizingNewlines("""
                backend  0123456789ab  degraded  Backend work
                  rolled back: planned by until the files (ba9876543210) change
                  backend/x.drl:3:7: no such fact
                """);
    }

    @Test
    void versions_say_which_is_served_and_which_rules_went() {
        VersionSummary version =
                new VersionSummary("0123456789ab", 2, AT, 9, null, List.of("login", "upload"), true, true);
        Ended ended = rig.answering("versions", List.of(version)).run("policy", "versions", "backend");

        assertThat(ended.out())
                .isEqualToNormalizingNewlines(
                        "* 0123456789ab  2026-01-02 03:04:05Z  first, 9 files; rules gone: \"login\", \"upload\"\n");
        assertThat(rig.calls()).containsExactly("versions(backend)");
    }

    @Test
    void rollback_shows_what_is_served_then() {
        Ended ended = rig.answering("rollBack", pack(PackSummary.State.READY, true))
                .run("policy", "rollback", "backend", "0123456789ab");

        assertThat(ended.out()).contains("backend  0123456789ab  ready", "rolled back");
        assertThat(rig.calls()).containsExactly("rollBack(backend, 0123456789ab)");
    }

    @Test
    void version_that_is_not_there_is_told_with_those_that_are() {
        rig.answering("rollBack", given -> {
            throw new Refusal(new PolicyReason.NoSuchVersion("backend", "0123", List.of("0123456789ab")));
        });
        Ended ended = rig.run("policy", "rollback", "backend", "0123");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("0123", "0123456789ab");
    }

    @Test
    void agents_are_listed_by_pack_with_a_line_of_what_they_do() {
        AgentSummary agent =
                new AgentSummary("backend", "coder", "Writes\n  code. ".repeat(20), null, null, "coder.md");
        Ended ended = rig.answering("agents", List.of(agent)).run("agents", "--pack", "backend");

        assertThat(ended.out().lines()).first().isEqualTo("backend");
        assertThat(ended.out().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("  coder  Writes code.")
                .endsWith("…");
        assertThat(rig.calls()).containsExactly("agents(backend)");
    }

    @Test
    void key_is_shown_once_and_says_nothing_of_itself_in_the_list() {
        Ended made = rig.run("keys", "new", "ann", "--role", "approver", "--role", "submitter");
        Ended listed = rig.run("keys", "list");

        assertThat(made.out()).startsWith("muster_");
        assertThat(made.err()).contains("This is the key of ann, shown this once.");
        assertThat(listed.out())
                .contains("ann", "approver submitter")
                .doesNotContain(made.out().strip());
        assertThat(rig.run("keys", "revoke", "ann").exitCode()).isZero();
        assertThat(rig.keys().verify(made.out().strip())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys|new|ann", "keys|new|a b|--role|viewer", "keys|new|ann|--role|approvr", "keys"})
    void key_without_a_name_or_a_role_is_refused(String arguments) {
        Ended ended = rig.run(arguments.split("\\|"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("muster: ");
        assertThat(rig.keys().list()).isEmpty();
    }
}
