package dev.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. The build writes it down, so that it is known without a start of the framework. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        try (InputStream version = Version.class.getResourceAsStream("/version.txt")) {
            byte[] bytes = Objects.requireNonNull(version, "version.txt").readAllBytes();
            return new String[] {"muster " + new String(bytes, StandardCharsets.UTF_8).strip()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
