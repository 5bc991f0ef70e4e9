package dev.muster.app;

import dev.muster.policy.FileTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of rules and agents, wherever they are: in a folder that was named, in the working folder, else inside the
 * program.
 */
@ApplicationScoped
public class PolicyFiles {
    private final MusterConfig config;

    PolicyFiles(MusterConfig config) {
        this.config = config;
    }

    /**
     * Rules and agents as they were at one moment.
     *
     * @param rules one folder per pack
     * @param agents one folder per pack
     */
    public record Snapshot(FileTree rules, FileTree agents) {}

    /**
     * Reads all files.
     *
     * @throws Refusal where a folder was named and is not there
     */
    public Snapshot read() {
        FileTree rules = tree("rules", config.rules());
        FileTree agents = tree("agents", config.agents());
        return new Snapshot(rules, isOnePacks(agents, rules) ? withDefaults(agents) : agents);
    }

    /** Where a folder's files come from, in words for people. */
    public String origin(String name) {
        Optional<Path> named = "rules".equals(name) ? config.rules() : config.agents();
        Path folder = named.orElse(Path.of(name));
        return Files.isDirectory(folder) ? folder.toString() : "the copy inside the program";
    }

    private static FileTree tree(String name, Optional<Path> named) {
        if (named.isPresent()) {
            return folder(named.get(), "--" + name + " or MUSTER_" + name.toUpperCase(Locale.ROOT));
        }
        Path here = Path.of(name);
        return Files.isDirectory(here) ? read(here) : builtIn().below(name);
    }

    private static FileTree folder(Path folder, String namedBy) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(new Reason.NoSuchFolder(folder.toString(), namedBy));
        }
        return read(folder);
    }

    private static FileTree read(Path folder) {
        try {
            return FileTree.ofFolder(folder);
        } catch (UncheckedIOException e) {
            throw new Refusal(new Reason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** A folder without any pack's folder in it is that of one pack's agents: the chosen one's. */
    private static boolean isOnePacks(FileTree agents, FileTree rules) {
        return agents.folders().stream().noneMatch(rules.folders()::contains);
    }

    /** The other packs keep the agents that they would have had. */
    private FileTree withDefaults(FileTree chosenPacks) {
        FileTree others = tree("agents", Optional.empty()).only(path -> !path.startsWith(config.pack() + "/"));
        return others.with(chosenPacks.into(config.pack()));
    }

    private static FileTree builtIn() {
        InputStream archive = Thread.currentThread().getContextClassLoader().getResourceAsStream("built-in.zip");
        return FileTree.ofZip(Objects.requireNonNull(archive, "built-in.zip"));
    }
}
