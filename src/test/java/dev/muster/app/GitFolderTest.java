package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GitFolderTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void git_ends_when_nobody_waits_for_its_answer_any_more() throws Exception {
        Path pid = folder.resolve("pid");
        Path git = program("echo $$ > '" + pid + "'\nsleep 300 &\nwait\n");
        Thread asking = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> new GitFolder(git, folder).at("main"))
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

    private Path program(String script) throws IOException {
        Path program = folder.resolve("git");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
