package dev.muster.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Whole texts that a rendering must equal, as files beside the tests. */
public final class Expected {
    private Expected() {}

    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Expected.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
