package dev.muster.app.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.refusal.Refusal;
import dev.muster.file.Special;
import dev.muster.plan.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceScanTest {
    @TempDir
    Path folder;

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void files_near_the_top_are_found_but_not_what_tools_made() throws IOException {
        file("docs/openapi.yaml", "openapi: 3.1.0");
        file("node_modules/left-pad/package.json", "{}");
        file(".git/config", "");

        Workspace found = WorkspaceScan.of(folder);

        assertThat(found.files()).containsExactly("docs/openapi.yaml");
        assertThat(found.complete()).isTrue();
        assertThat(found.has("docs/openapi.yaml")).isTrue();
        assertThat(found.has("docs/schema.md")).isFalse();
    }

    @Test
    void deeper_than_it_looks_it_does_not_say_that_a_file_is_missing() throws IOException {
        file("a/b/c/d/e.txt", "");

        assertThat(WorkspaceScan.of(folder).has("a/b/c/d/e.txt")).isNull();
    }

    @Test
    void manifests_name_dependencies() throws IOException {
        file(
                "package.json",
                "{\"dependencies\": {\"@nestjs/core\": \"^11\"}, \"devDependencies\": {\"vitest\": \"3\"}}");
        file(
                "service/go.mod",
                "module example.com/x\n\ngo 1.24\n\nrequire (\n\tgithub.com/aws/aws-lambda-go v1.47.0\n)\n");
        file("api/requirements.txt", "# web\nfastapi==0.115\nfirebase-admin>=6\nuvicorn[standard]~=0.30\n");

        assertThat(WorkspaceScan.of(folder).dependencies())
                .containsExactly(
                        "go:github.com/aws/aws-lambda-go",
                        "npm:@nestjs/core",
                        "npm:vitest",
                        "python:fastapi",
                        "python:firebase-admin",
                        "python:uvicorn");
    }

    @Test
    void manifest_that_is_no_json_names_nothing() throws IOException {
        file("package.json", "{");

        assertThat(WorkspaceScan.of(folder).dependencies()).isEmpty();
    }

    @Test
    void folder_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> WorkspaceScan.of(folder.resolve("nowhere")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void manifest_that_lies_elsewhere_names_nothing() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("package.json"), "{\"dependencies\": {\"a-secret\": \"1\"}}");
        Files.writeString(elsewhere.resolve("go.mod"), "require a.secret/x v1.0\n");
        Path workspace = Files.createDirectories(folder.resolve("workspace/sub"));
        Files.createSymbolicLink(workspace.resolve("package.json"), elsewhere.resolve("package.json"));
        Files.createSymbolicLink(workspace.resolve("go.mod"), Path.of("../../elsewhere/go.mod"));
        Files.createSymbolicLink(workspace.resolve("requirements.txt"), Path.of("/proc/self/environ"));
        Files.createSymbolicLink(workspace.resolve("linked"), elsewhere);

        Workspace found = WorkspaceScan.of(folder.resolve("workspace"));

        assertThat(found.dependencies()).isEmpty();
        assertThat(found.files())
                .containsExactly("sub/go.mod", "sub/linked", "sub/package.json", "sub/requirements.txt");
        assertThat(found.complete()).isFalse();
    }

    @Test
    void manifest_by_a_link_that_stays_in_the_workspace_counts() throws IOException {
        file("shared/package.json", "{\"dependencies\": {\"left-pad\": \"1\"}}");
        Files.createSymbolicLink(folder.resolve("package.json"), Path.of("shared/package.json"));
        Path link = Files.createSymbolicLink(folder.resolve("shared/itself"), folder);

        assertThat(WorkspaceScan.of(link).dependencies()).containsExactly("npm:left-pad");
    }

    @Test
    @Timeout(10)
    void pipe_in_place_of_a_manifest_is_not_waited_for() throws Exception {
        Special.pipe(folder.resolve("package.json"));
        Special.pipe(folder.resolve("requirements.txt"));

        assertThat(WorkspaceScan.of(folder).dependencies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "a ", "a[", "a.", "\t\n"})
    @Timeout(10)
    void long_manifest_of_the_same_is_read_at_once(String piece) throws IOException {
        file("requirements.txt", "a" + piece.repeat(500_000));
        file("go.mod", "require a" + piece.repeat(500_000));

        assertThat(WorkspaceScan.of(folder).complete()).isTrue();
    }
}
