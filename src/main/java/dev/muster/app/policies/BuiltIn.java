package dev.muster.app.policies;

import dev.muster.policy.files.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The rules and agents inside the program. The native build unpacks them, so that the executable has them as they are. */
public final class BuiltIn {
    private static final FileTree FILES = files();
    public static final FileTree RULES = FILES.below("rules");
    static final FileTree AGENTS = FILES.below("agents");

    private BuiltIn() {}

    private static FileTree files() {
        try (InputStream archive = BuiltIn.class.getResourceAsStream("/built-in.zip")) {
            return FileTree.ofZip(Objects.requireNonNull(archive, "built-in.zip"));
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of rules and agents cannot be read.", e);
        }
    }
}
