package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are planted wherever a run can meet them, and looked for wherever it leaves anything. */
class SecretsIT {
    private static final String GIVEN = "planted-given-0001";
    private static final String SET = "planted-set-0002";
    private static final String CHECKS = "planted-checks-0003";
    private static final String OURS = "planted-ours-0004-0123456789abcdef";
    private static final String TOKEN = "ghp_plantedtoken0005abcdefghijklmnop";
    private static final List<String> PLANTED = List.of(GIVEN, SET, CHECKS, OURS, TOKEN, "planted-");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Path agent() throws IOException {
        Path agent = Files.writeString(folder.resolve("agent"), """
                #!/bin/sh
                prompt=$(cat)
                echo "progress $GIVEN"
                echo "complaint $SET %s" >&2
                printf '%%s' "$GIVEN" | base64 >&2
                case "$prompt" in
                *'"verdict"'*) printf '{"verdict": "changes", "summary": "saw %%s", "findings": [{"severity": "high", "file": "%%s", "text": "%%s", "mustFix": false}], "followUps": ["%%s"]}\\n' "$GIVEN" "$SET" "%s" "$GIVEN" ;;
                *) printf '{"status": "done", "summary": "did %%s", "output": "%%s", "filesCreated": ["%%s.txt"], "nextSteps": ["%%s"], "conflicts": [], "links": ["http://u:%%s@h/"]}\\n' "$GIVEN" "$SET" "$GIVEN" "%s" "$SET" ;;
                esac
                """.formatted(TOKEN, TOKEN, TOKEN));
        return Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void secret_is_nowhere_that_a_run_leaves_anything() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("operator.yaml"), """
                programs: [ls]
                checks: {environment: [CHECKS=%s]}
                executors:
                  builder: {kind: command, command: [%s], result: json, environment: [GIVEN, SET=%s]}
                agents:
                  - {executor: builder}
                """.formatted(CHECKS, agent(), SET));
        Program muster = Program.in(folder)
                .with("GIVEN", GIVEN)
                .with("MUSTER_ADMIN_KEY", OURS)
                .with("MUSTER_LOG_LEVEL", "DEBUG");

        Program.Ended ended = muster.run(
                "run",
                "Add an endpoint that lists refunds with " + TOKEN + " and " + GIVEN,
                "--yes",
                "--no-wait",
                "--json");

        assertThat(ended.out()).contains("[masked: GIVEN]", "[masked: SET]", "[masked: GitHub token]");
        String run = muster.run("runs").out().split(" ")[0];
        Program.Ended inbox = muster.run("inbox");
        Program.Ended report = muster.run("report", run);
        for (Program.Ended told : List.of(ended, inbox, report)) {
            assertThat(told.out() + told.err()).doesNotContain(PLANTED.toArray(String[]::new));
        }
        Files.delete(data.resolve("operator.yaml"));
        looked(data);
        assertThat(muster.run("audit", "verify", run).exitCode()).isZero();
    }

    private static void looked(Path data) throws IOException {
        List<String> all = new java.util.ArrayList<>(PLANTED);
        all.add(Base64.getEncoder().withoutPadding().encodeToString(GIVEN.getBytes(StandardCharsets.UTF_8)));
        try (var files = Files.walk(data)) {
            List<Path> plain = files.filter(Files::isRegularFile).toList();
            assertThat(plain).anyMatch(file -> file.endsWith("muster.db"));
            assertThat(plain).anyMatch(file -> file.endsWith("prompt.md"));
            assertThat(plain).anyMatch(file -> file.endsWith("stderr.txt"));
            for (Path file : plain) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(all.toArray(String[]::new));
            }
        }
    }
}
