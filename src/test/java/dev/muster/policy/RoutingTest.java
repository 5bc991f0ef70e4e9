package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fact.Task;
import dev.muster.plan.Because;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.policy.files.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the shipped packs plans a task that names none. */
class RoutingTest {
    private static final Routing ROUTING = Objects.requireNonNull(Routing.read(Shipped.rules()));

    private static Routing.@Nullable Choice choose(String text, TaskContext context) {
        return ROUTING.choose(new Task("", text), context, Shipped.names()::contains);
    }

    private static Routing.Choice chosen(String text, TaskContext context) {
        return Objects.requireNonNull(choose(text, context), text);
    }

    private static TaskContext workspace(List<String> files, String... dependencies) {
        return TaskContext.NONE.withWorkspace(new Workspace(files, List.of(dependencies), true));
    }

    @ParameterizedTest
    @CsvSource({
        "go.mod, go:github.com/aws/aws-sdk-go-v2, go-aws",
        "package.json, npm:@nestjs/core, backend",
        "main.py, python:fastapi;python:firebase-admin, fastapi-firebase",
        "docs/firestore-schema.md, python:fastapi, api-worker",
    })
    void workspace_speaks_for_its_pack(String file, String dependencies, String pack) {
        Routing.Choice choice = chosen("Add an endpoint", workspace(List.of(file), dependencies.split(";")));

        assertThat(choice.pack()).isEqualTo(pack);
        assertThat(choice.because()).extracting(Because::file).contains("routing.drl", "routing.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "Store scans in DynamoDB from a golang Lambda, go-aws",
        "Add a FastAPI endpoint that writes to Firestore, fastapi-firebase",
        "Build the NuuMee backend, api-worker",
        "Add a tabularium datatype for orders, feature-delivery",
    })
    void words_speak_for_their_pack(String text, String pack) {
        Routing.Choice choice = chosen(text, TaskContext.NONE);

        assertThat(choice.pack()).isEqualTo(pack);
        assertThat(choice.because())
                .anySatisfy(because -> assertThat(because.evidence()).isNotEmpty());
    }

    @Test
    void go_file_given_with_the_task_speaks_for_go() {
        Routing.Choice choice =
                chosen("Fix it", TaskContext.of(List.of(), List.of("internal/jobs/handler.go"), List.of(), Map.of()));

        assertThat(choice.pack()).isEqualTo("go-aws");
    }

    @Test
    void nothing_that_speaks_clearly_chooses_none() {
        assertThat(choose("Add an endpoint for invoices", TaskContext.NONE)).isNull();
        assertThat(choose("Add it", workspace(List.of("go.mod"), "npm:@nestjs/core")))
                .isNull();
    }

    @Test
    void pack_that_is_not_installed_is_not_chosen() {
        assertThat(ROUTING.choose(new Task("", "Build the NuuMee backend"), TaskContext.NONE, "backend"::equals))
                .isNull();
    }

    @Test
    void fault_in_the_table_has_its_place() {
        FileTree broken = FileTree.of(Map.of(
                "routing.drl", "package routing\n",
                "routing.csv", "name,pack,kind,match,points\na,b,words,(open,3\nc,b,file,x,many\n"));

        assertThatThrownBy(() -> Routing.read(broken))
                .hasMessageContaining("routing.csv:2:")
                .hasMessageContaining("routing.csv:3:12: Points are a number");
    }
}
