package dev.muster.end;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program as a process of its own: the jar, or the native executable that {@code muster.executable} names.
 *
 * @param folder its working folder
 * @param environment its variables, beside {@code PATH}
 */
record Program(Path folder, Map<String, String> environment) {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final int TIMEOUT_SECONDS = 60;

    /** How a process ended. */
    record Ended(int exitCode, String out, String err) {}

    static boolean isNative() {
        return !System.getProperty("muster.executable", "").isBlank();
    }

    /** A program that keeps its plans below a folder and has the shipped policies inside. */
    static Program in(Path folder) {
        return new Program(folder, Map.of("MUSTER_DATA", folder.resolve("data").toString()));
    }

    Program with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Program(folder, more);
    }

    Ended run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs it to its end with a text on standard input. */
    Ended runWith(String input, String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // it ended without reading, as it may
            }
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end: " + List.of(arguments));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts it and leaves it running. */
    Process start(String... arguments) {
        try {
            return builder(arguments).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        return builder(command, folder, environment);
    }

    private static ProcessBuilder builder(List<String> command, Path folder, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(folder.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("MUSTER_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> command() {
        if (isNative()) {
            return List.of(Path.of(System.getProperty("muster.executable"))
                    .toAbsolutePath()
                    .toString());
        }
        return Stream.concat(
                        java(),
                        Stream.of(
                                "-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + QuickStart.CACHE, "-jar", JAR.toString()))
                .toList();
    }

    /** The JVM as {@code ./muster} starts it. */
    private static Stream<String> java() {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** What {@code ./muster} makes for quick starts too: without it, the starts take most of the tests' time. */
    private static final class QuickStart {
        static final Path CACHE = make(Path.of("target/muster.aot").toAbsolutePath());

        private static Path make(Path cache) {
            try {
                if (Files.exists(cache)
                        && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
                    return cache;
                }
                Files.deleteIfExists(cache);
                Path folder = Files.createTempDirectory("muster-quick-start");
                List<String> command = new ArrayList<>(java().toList());
                command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", JAR.toString()));
                command.addAll(List.of("plan", "--why", "--data", folder.toString(), "Add an endpoint for invoices"));
                Process process = builder(command, folder, Map.of())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                return cache;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
