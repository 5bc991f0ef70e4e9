package dev.muster.agent.executor.program;

import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small programs that tests write, and executors that call them. */
public final class Scripts {
    public static final Map<String, String> OWN = Map.of(
            "PATH", String.valueOf(System.getenv("PATH")), "HOME", "/nowhere", "SECRET", "hidden", "TOKEN", "shown");

    private Scripts() {}

    /** A shell script that can be started like any program. */
    static Path script(Path folder, String lines) {
        try {
            Path script = Files.createTempFile(folder, "program", ".sh");
            Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CommandSettings settings(Kind kind, String... command) {
        return new CommandSettings(
                "test",
                kind,
                List.of(command),
                PromptBy.STDIN,
                List.of("TOKEN", "MODE=quiet"),
                Duration.ofMinutes(1),
                50_000_000,
                null,
                false);
    }

    static CommandExecutor executor(Kind kind, String... command) {
        return new CommandExecutor(settings(kind, command), OWN, Masking.OF_TOKENS);
    }

    static CommandExecutor script(Path folder, Kind kind, String lines) {
        return executor(kind, script(folder, lines).toString());
    }
}
