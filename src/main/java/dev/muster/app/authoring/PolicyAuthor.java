package dev.muster.app.authoring;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.planning.PackChoice;
import dev.muster.app.policies.PolicyFolders;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.Pack;
import dev.muster.policy.doc.PackDocument;
import dev.muster.policy.scaffold.NewFile;
import dev.muster.policy.scaffold.PackScaffold;
import dev.muster.policy.scaffold.Scaffold;
import dev.muster.policy.scaffold.Scaffold.NotPossibleException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Helps whoever writes policies: begins new files, and writes a pack as a document. */
@ApplicationScoped
public class PolicyAuthor {
    private final PolicyHolder policies;
    private final MusterConfig config;
    private final PolicyFolders folders;

    PolicyAuthor(PolicyHolder policies, MusterConfig config, PolicyFolders folders) {
        this.policies = policies;
        this.config = config;
        this.folders = folders;
    }

    /** A pack as Markdown. */
    public String document(@Nullable String pack) {
        return PackDocument.markdown(pack(pack));
    }

    /**
     * Begins something in a pack.
     *
     * @return the files that were written
     * @throws Refusal where it cannot be, and then nothing was written
     */
    public List<Path> begin(Scaffold.Kind kind, String name, @Nullable String pack) {
        Path rules = rules();
        Pack into = pack(pack);
        return write(rules, into.name(), name, () -> new Scaffold(into, name).files(kind));
    }

    /** Begins a pack. */
    public List<Path> beginPack(String name) {
        Path rules = rules();
        if (Files.exists(rules.resolve(name))) {
            throw new Refusal(
                    new PolicyReason.CannotBegin(name, "There is a folder of that name in " + rules + " already."));
        }
        return write(rules, name, name, () -> PackScaffold.files(name));
    }

    private Pack pack(@Nullable String name) {
        return PackChoice.withoutTask(policies.current(), name, config.pack());
    }

    private Path rules() {
        Path folder = folders.rulesToAddTo();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(new PolicyReason.NoSuchFolder(
                    folder.toString(), "--rules or MUSTER_RULES, and the rules inside the program cannot be added to"));
        }
        return folder;
    }

    /** What gives the files to write. */
    private interface Beginning {
        List<NewFile> files();
    }

    private List<Path> write(Path rules, String pack, String name, Beginning beginning) {
        try {
            List<NewFile> files = beginning.files();
            List<Path> paths =
                    files.stream().map(file -> path(rules, pack, file)).toList();
            for (int i = 0; i < files.size(); i++) {
                if (!files.get(i).appended() && Files.exists(paths.get(i))) {
                    throw new NotPossibleException("The file " + paths.get(i) + " is there already.");
                }
            }
            for (int i = 0; i < files.size(); i++) {
                write(paths.get(i), files.get(i));
            }
            return paths;
        } catch (NotPossibleException e) {
            throw new Refusal(new PolicyReason.CannotBegin(name, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new Refusal(new PolicyReason.CannotBegin(name, "It cannot be written: " + e.getMessage() + "."), e);
        }
    }

    private Path path(Path rules, String pack, NewFile file) {
        Path folder = file.agents() ? agents(pack) : rules.resolve(pack);
        return folder.resolve(file.path());
    }

    /** A flat folder of agents is that of the chosen pack. */
    private Path agents(String pack) {
        Optional<Path> named = config.agents();
        Path folder = folders.agentsToAddTo();
        boolean flat = named.isPresent() && !Files.isDirectory(folder.resolve(pack)) && hasAgents(folder);
        return flat ? folder : folder.resolve(pack);
    }

    private static boolean hasAgents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".md"));
        } catch (IOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(Path path, NewFile file) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!file.appended()) {
            Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
            return;
        }
        boolean needsLine = Files.exists(path)
                && !Files.readString(path).isEmpty()
                && !Files.readString(path).endsWith("\n");
        Files.writeString(
                path, (needsLine ? "\n" : "") + file.text(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
