package dev.muster.app.policies;

import dev.muster.policy.PackNames;
import dev.muster.policy.files.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The rules and agents inside the program. The native build unpacks them, so that the executable has them as they are. */
public final class BuiltIn {
    private static final FileTree FILES = files();
    public static final FileTree RULES = FILES.below("rules");
    static final FileTree AGENTS = FILES.below("agents");
    private static final List<String> SHARED = PackNames.of(RULES).shared();

    private BuiltIn() {}

    /**
     * These rules, with those packs inside the program that others extend as far as they have none of their own: whoever mounts
     * only their own pack has what it shares with the shipped ones all the same.
     */
    public static FileTree withShared(FileTree rules) {
        List<String> missing =
                SHARED.stream().filter(name -> !rules.folders().contains(name)).toList();
        return missing.isEmpty()
                ? rules
                : RULES.only(path -> missing.stream().anyMatch(name -> path.startsWith(name + "/")))
                        .with(rules);
    }

    private static FileTree files() {
        try (InputStream archive = BuiltIn.class.getResourceAsStream("/built-in.zip")) {
            return FileTree.ofZip(Objects.requireNonNull(archive, "built-in.zip"));
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of rules and agents cannot be read.", e);
        }
    }
}
