package dev.muster.app.authoring;

import dev.muster.app.authoring.GitFolder.GitException;
import dev.muster.app.planning.PackChoice;
import dev.muster.app.policies.BuiltIn;
import dev.muster.app.policies.PolicyFiles;
import dev.muster.app.policies.PolicyFolders;
import dev.muster.app.policies.PolicyVersions;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.Pack;
import dev.muster.policy.Policies;
import dev.muster.policy.files.FileTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds another state of a pack to hold the present one against: in a folder, among the kept versions, in git. */
@ApplicationScoped
class OtherPolicy {
    private final PolicyFiles files;
    private final PolicyVersions versions;
    private final PolicyFolders folders;

    OtherPolicy(PolicyFiles files, PolicyVersions versions, PolicyFolders folders) {
        this.files = files;
        this.versions = versions;
        this.folders = folders;
    }

    /**
     * The pack in that state.
     *
     * @param where a folder, a version, or a commit, branch or tag
     * @throws Refusal where there is no such state, or it cannot be used
     */
    Pack pack(String name, String where) {
        Path folder = folder(where);
        if (folder != null) {
            return inFolder(name, folder);
        }
        Pack version = kept(name, where);
        return version == null ? inGit(name, where) : version;
    }

    private @Nullable Pack kept(String name, String version) {
        try {
            return versions.read(name, version).pack();
        } catch (Refusal e) {
            if (e.reason() instanceof PolicyReason.NoSuchVersion) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable Path folder(String where) {
        try {
            Path folder = Path.of(where);
            return Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException e) {
            return null; // a name that no file can have is that of a branch or nothing
        }
    }

    /** A folder with {@code rules} and perhaps {@code agents}, a rules folder, or the folder of one pack. */
    private Pack inFolder(String name, Path folder) {
        if (Files.isDirectory(folder.resolve("rules"))) {
            Path agents = folder.resolve("agents");
            return read(
                    name,
                    tree(folder.resolve("rules")),
                    Files.isDirectory(agents) ? agents(name, tree(agents)) : now());
        }
        boolean isPack = Files.isRegularFile(folder.resolve("pack.yaml"));
        return read(name, isPack ? pack(folder).into(name) : tree(folder), now());
    }

    private FileTree now() {
        return files.read().agents();
    }

    private static FileTree tree(Path folder) {
        return read(folder, FileTree::ofFolder);
    }

    private static FileTree pack(Path folder) {
        return read(folder, FileTree::ofPack);
    }

    private static FileTree read(Path folder, Function<Path, FileTree> reading) {
        try {
            return reading.apply(folder);
        } catch (UncheckedIOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private Pack inGit(String name, String ref) {
        try {
            FileTree rules = gitFolder(folders.rules(), "rules").at(ref);
            return read(
                    name,
                    rules,
                    agents(name, gitFolder(folders.agents(), "agents").at(ref)));
        } catch (GitException e) {
            throw new Refusal(new PolicyReason.NothingToCompare(ref, String.valueOf(e.getMessage())), e);
        }
    }

    private static GitFolder gitFolder(@Nullable Path folder, String usual) throws GitException {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new GitException("the " + usual + " are those inside the program, which git does not know");
        }
        return new GitFolder(folder);
    }

    private static FileTree agents(String name, FileTree agents) {
        return agents.folders().isEmpty() ? agents.into(name) : agents;
    }

    private static Pack read(String name, FileTree rules, FileTree agents) {
        return PackChoice.loaded(Policies.load(BuiltIn.withShared(rules), agents), name);
    }
}
