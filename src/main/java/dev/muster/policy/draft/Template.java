package dev.muster.policy.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every first pack has in common, from the program's own files. */
final class Template {
    private Template() {}

    static String of(String file) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream("/draft/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
