package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.plan.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
