package dev.muster.agent.executor.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes of this machine that carry a mark in their environment. Only Linux shows that; elsewhere there are none,
 * and only a program's descendants are known.
 */
final class MarkedProcesses {
    private static final Path PROC = Path.of("/proc");

    private MarkedProcesses() {}

    /** A process and the fence of the delivery that it belongs to. */
    record Marked(ProcessHandle handle, long fence) {}

    static List<Marked> of(String key) {
        List<Marked> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                Marked marked = marked(process, key);
                if (marked != null) {
                    found.add(marked);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return found;
        }
        return found;
    }

    /** Whether a process is gone but for its entry in the table, which its parent has yet to take out. */
    static boolean isZombie(ProcessHandle handle) {
        try {
            String stat = Files.readString(PROC.resolve(handle.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }

    /** Processes come and go while one looks, and those of other users cannot be looked into. */
    private static @Nullable Marked marked(Path process, String key) {
        List<String> variables;
        try {
            byte[] bytes = Files.readAllBytes(process.resolve("environ"));
            variables = Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return null;
        }
        if (!variables.contains(Mark.KEY + "=" + key)) {
            return null;
        }
        long fence = variables.stream()
                .filter(variable -> variable.startsWith(Mark.FENCE + "="))
                .map(variable -> variable.substring(Mark.FENCE.length() + 1))
                .filter(number -> number.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
        long pid = Long.parseLong(process.getFileName().toString());
        return ProcessHandle.of(pid).map(handle -> new Marked(handle, fence)).orElse(null);
    }
}
