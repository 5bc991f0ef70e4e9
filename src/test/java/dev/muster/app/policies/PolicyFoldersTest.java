package dev.muster.app.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose rules and agents count. */
class PolicyFoldersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path here;

    private void file(String path) throws IOException {
        Path file = here.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private PolicyFolders found() {
        return new PolicyFolders(here, Optional.empty(), Optional.empty());
    }

    private PolicyFolders named(String rules) {
        return new PolicyFolders(here, Optional.of(here.resolve(rules)), Optional.empty());
    }

    @Test
    void nothing_here_takes_the_copy_inside_and_needs_no_word() {
        assertThat(found().rules()).isNull();
        assertThat(found().agents()).isNull();
        assertThat(found().said()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules/eslint.js",
                "rules/pack.yaml",
                "rules/.hidden/pack.yaml",
                "rules/a/b/pack.yaml",
                "rules/a/pack.yml"
            })
    void rules_of_another_kind_are_not_taken(String path) throws IOException {
        file(path);
        file("agents/backend/worker.md");

        assertThat(found().rules()).isNull();
        assertThat(found().agents()).isNull();
        assertThat(found().said())
                .isEqualTo(
                        "the folder rules here holds no pack (a folder with pack.yaml in it); using the copy inside the program.");
    }

    @Test
    void rules_that_nobody_named_and_that_cannot_be_read_are_left_alone() throws IOException {
        file("rules/team/pack.yaml");
        Files.setPosixFilePermissions(here.resolve("rules"), PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(here.resolve("rules")), "root reads all");

            assertThat(found().rules()).isNull();
            assertThat(found().said())
                    .startsWith("the folder rules here cannot be read (java.nio.file.AccessDeniedException: ")
                    .endsWith("); using the copy inside the program.");
            assertThatThrownBy(() -> named("rules").checkNamed())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isInstanceOf(PolicyReason.UnreadableFolder.class));
        } finally {
            Files.setPosixFilePermissions(here.resolve("rules"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void agents_of_another_kind_are_not_taken() throws IOException {
        file("agents/backend/worker.md");

        assertThat(found().agents()).isNull();
        assertThat(found().said())
                .isEqualTo("the folder agents here has no rules beside it and is not used; --agents names it.");
    }

    @Test
    void rules_with_a_pack_are_taken_with_the_agents_beside_them() throws IOException {
        file("rules/team/pack.yaml");
        file("agents/team/worker.md");

        assertThat(found().rules()).isEqualTo(here.resolve("rules"));
        assertThat(found().agents()).isEqualTo(here.resolve("agents"));
        assertThat(found().said()).isEqualTo("using " + here.resolve("rules") + " and " + here.resolve("agents") + ".");
    }

    @Test
    void program_that_is_called_agents_is_not_taken_for_agents() throws IOException {
        file("rules/team/pack.yaml");
        file("agents/main.py");
        file("agents/tools/x.py");

        assertThat(found().agents()).isNull();
    }

    @Test
    void named_rules_have_their_agents_beside_them_and_not_here() throws IOException {
        file("team/rules/team/pack.yaml");
        file("team/agents/team/worker.md");
        file("agents/backend/worker.md");

        assertThat(named("team/rules").agents()).isEqualTo(here.resolve("team/agents"));
        assertThat(named("team/rules").said()).isNull();
    }

    @Test
    void named_folder_without_a_pack_is_refused() throws IOException {
        file("empty/notes.txt");
        file("team/rules/team/pack.yaml");

        assertThatThrownBy(() -> named("empty").checkNamed()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason().found())
                    .isEqualTo(
                            "The folder " + here.resolve("empty") + " holds no pack: no folder with pack.yaml in it.");
            assertThat(refusal.reason().advice()).contains("muster policy new pack NAME --rules ");
        });
        assertThatThrownBy(() -> named("team/rules/team").checkNamed())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found())
                                .endsWith("is a pack itself, not a folder of packs."));
        assertThatCode(() -> named("team/rules").checkNamed()).doesNotThrowAnyException();
    }

    @Test
    void new_pack_goes_where_it_will_be_found() throws IOException {
        assertThat(found().rulesToAddTo()).isEqualTo(here.resolve("rules"));
        assertThat(found().agentsToAddTo()).isEqualTo(here.resolve("agents"));
        assertThat(named("team/rules").agentsToAddTo()).isEqualTo(here.resolve("team/agents"));
    }
}
