package dev.muster.app.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GitFolderTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void git_ends_when_nobody_waits_for_its_answer_any_more() throws Exception {
        Path pid = folder.resolve("pid");
        Path git = program("echo $$ > '" + pid + "'\nsleep 300 &\nwait\n");
        Thread asking = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> new GitFolder(git, folder, PATIENT).at("main"))
                        .hasMessage("interrupted"));
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            Thread.onSpinWait();
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        asking.interrupt();
        asking.join();

        process.onExit().get();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @Timeout(30)
    void program_that_git_left_behind_is_not_waited_for_for_ever() throws Exception {
        Path pid = folder.resolve("pid");
        for (String held : List.of("</dev/null >/dev/null", "2>/dev/null")) {
            Path git = program("sleep 300 " + held + " &\necho $! >> '" + pid + "'\necho 0123456789abcdef\n");

            assertThatThrownBy(() -> new GitFolder(git, folder, Duration.ofSeconds(1)).at("main"))
                    .hasMessage("git has ended, but a program that it started still held its output after 1 seconds;"
                            + " end that program");
        }
        for (String left : Files.readAllLines(pid)) {
            ProcessHandle.of(Long.parseLong(left)).ifPresent(ProcessHandle::destroy);
        }
    }

    private Path program(String script) throws IOException {
        Path program = folder.resolve("git");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
