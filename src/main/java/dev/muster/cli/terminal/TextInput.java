package dev.muster.cli.terminal;

import dev.muster.file.BoundedInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Text from a file or standard input, as UTF-8. */
public final class TextInput {
    private static final Path STANDARD_INPUT = Path.of("-");

    /** Far more than a text or a list of tasks has; a device such as /dev/zero has no end. */
    private static final long MOST_BYTES = 64L << 20;

    private TextInput() {}

    /** Line by line, however many there are. */
    public static BufferedReader of(CommandLine commandLine, Path file) {
        return reader(stream(commandLine, file));
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static InputStream stream(CommandLine commandLine, Path file) {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (Files.isDirectory(file)) {
            throw new ParameterException(commandLine, "%s is a folder; name a file.".formatted(file));
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new ParameterException(commandLine, "Cannot read %s: %s.".formatted(file, reason(e)), e);
        }
    }

    public static String all(CommandLine commandLine, Path file) {
        try (BufferedReader reader = reader(new BoundedInput(stream(commandLine, file), MOST_BYTES))) {
            return withoutMark(reader.lines().collect(Collectors.joining("\n")));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BoundedInput.TooMuchException) {
                throw new ParameterException(
                        commandLine, "%s has more than %,d bytes. Give it in parts.".formatted(file, MOST_BYTES), e);
            }
            throw new ParameterException(commandLine, "Cannot read %s: %s.".formatted(file, reason(e.getCause())), e);
        } catch (IOException e) {
            throw new ParameterException(commandLine, "Cannot read %s: %s.".formatted(file, reason(e)), e);
        }
    }

    /** Editors on Windows start a file with a byte order mark. */
    public static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String reason(@Nullable Throwable e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            case null -> "nobody knows why";
            default -> String.valueOf(e.getMessage());
        };
    }
}
