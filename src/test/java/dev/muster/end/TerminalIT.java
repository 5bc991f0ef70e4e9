package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees and types at a terminal. */
class TerminalIT {
    private static final Pattern RESUME = Pattern.compile("muster resume (\\w+)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Program muster;

    @BeforeEach
    void program() throws Exception {
        muster = Program.in(folder);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.yaml"), """
                executors:
                  calm: {kind: rehearsal, failures: 0, changes: 0}
                agents:
                  - {executor: calm}
                """);
    }

    private AtTerminal backend() {
        return AtTerminal.run(
                muster,
                "run",
                "Build the backend with its worker and its tests",
                "--pack",
                "api-worker",
                "--seed",
                "3");
    }

    @Test
    void person_is_asked_in_the_middle_of_a_run_and_sees_what_follows() throws Exception {
        try (AtTerminal terminal = backend()) {
            terminal.await("Is phase Documentation wanted?");
            terminal.await("1. yes (usual)");
            terminal.await("> ");
            terminal.type("2");
            terminal.await("why");
            terminal.type("the wiki has it");

            assertThat(terminal.await("The run is completed"))
                    .contains("Documentation")
                    .contains("the wiki has it");
            terminal.await("# Run: Build the backend");
            assertThat(terminal.end()).isZero();
        }
    }

    @Test
    void run_that_is_interrupted_waits_and_is_resumed() throws Exception {
        String run;
        try (AtTerminal terminal = backend()) {
            terminal.await("Is phase Documentation wanted?");
            terminal.await("> ");
            terminal.interrupt();
            Matcher resume = RESUME.matcher(terminal.await("goes on with it."));
            assertThat(resume.find()).isTrue();
            run = resume.group(1);
            assertThat(terminal.end()).isEqualTo(130);
        }

        try (AtTerminal terminal = AtTerminal.run(muster, "resume", run)) {
            terminal.await("Is phase Documentation wanted?");
            terminal.await("> ");
            terminal.type("no");
            terminal.await("why");
            terminal.type("");
            terminal.await("The run is completed");
            assertThat(terminal.end()).isZero();
        }
        assertThat(muster.run("audit", "verify", run).out()).contains("The record is sound");
    }
}
