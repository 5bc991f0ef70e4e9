package dev.muster.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Text from a file or standard input, as UTF-8. */
final class TextInput {
    private static final Path STANDARD_INPUT = Path.of("-");

    private TextInput() {}

    static BufferedReader of(CommandLine commandLine, Path file) {
        if (file.equals(STANDARD_INPUT)) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        if (Files.isDirectory(file)) {
            throw new ParameterException(commandLine, "%s is a folder; name a file.".formatted(file));
        }
        try {
            return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ParameterException(commandLine, "Cannot read %s: %s.".formatted(file, reason(e)), e);
        }
    }

    static String all(CommandLine commandLine, Path file) {
        try (BufferedReader reader = of(commandLine, file)) {
            return withoutMark(reader.lines().collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Editors on Windows start a file with a byte order mark. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
