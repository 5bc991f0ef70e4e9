package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

@DisabledIf("dev.muster.end.Program#isNative")
class FrontDoorIT {
    private static final Path SCRIPT = Path.of("muster").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void script_starts_the_program_through_a_link_from_any_folder_under_any_locale() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("m"), SCRIPT);

        // in a file, since arguments from here would be in the encoding of the test's own locale
        Path caller = Files.writeString(
                folder.resolve("caller.sh"),
                "exec \"$1\" plan --no-store --format=json 'Ergänze einen Endpunkt für Fälle'\n");

        assertThat(run(Path.of("/bin/sh"), caller.toString(), link.toString()))
                .contains("\"description\": \"Ergänze einen Endpunkt für Fälle\"");
    }

    @Test
    void script_and_program_leave_rules_of_another_kind_alone() throws Exception {
        Files.createDirectories(folder.resolve("rules/eslint"));
        Files.writeString(folder.resolve("rules/eslint/index.js"), "");
        Files.createDirectories(folder.resolve("agents/backend"));
        Files.writeString(folder.resolve("agents/backend/worker.md"), "---\nname: worker\ndescription: Theirs.\n---\n");

        assertThat(run(SCRIPT, "plan", "--no-store", "Add an endpoint for invoices"))
                .contains("the folder rules here holds no pack")
                .contains("backend");
        assertThat(Program.in(folder).run("plan", "--no-store", "--format=json", "Add an endpoint for invoices"))
                .satisfies(ended -> {
                    assertThat(ended.exitCode()).as(ended.err()).isZero();
                    assertThat(ended.out()).startsWith("{");
                    assertThat(ended.err()).contains("the folder rules here holds no pack");
                });
    }

    @Test
    void script_has_words_for_a_graalvm_that_is_not_there() throws Exception {
        assertThat(run(SCRIPT, "native")).contains("GRAALVM_HOME must name a GraalVM or Mandrel");
        assertThat(run(SCRIPT, "test", "--some")).contains("there are test, test --all");
    }

    private String run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("GRAALVM_HOME");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isBetween(0, 2);
        return out;
    }
}
