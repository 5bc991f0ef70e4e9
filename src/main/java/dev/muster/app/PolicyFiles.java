package dev.muster.app;

import dev.muster.policy.FileTree;
import dev.muster.policy.PackFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of rules and agents, wherever they are: in a folder that was named, in the working folder, else inside the
 * program.
 */
@ApplicationScoped
public class PolicyFiles {
    private final MusterConfig config;
    private final @Nullable Path rules;
    private final @Nullable Path agents;
    private @Nullable Boolean onePacks;

    /** Decides where the files are. That stays so: a folder that disappears later is trouble, no reason to use other files. */
    PolicyFiles(MusterConfig config) {
        this.config = config;
        this.rules = folder("rules", config.rules());
        this.agents = folder("agents", config.agents());
    }

    private static @Nullable Path folder(String name, Optional<Path> named) {
        Path here = Path.of(name);
        return named.orElse(Files.isDirectory(here) ? here : null);
    }

    /** The folders that the files come from; those inside the program have none. */
    List<Path> folders() {
        return Stream.of(rules, agents).filter(Objects::nonNull).toList();
    }

    /**
     * Rules and agents as they were at one moment.
     *
     * @param rules one folder per pack
     * @param agents one folder per pack
     */
    public record Snapshot(FileTree rules, FileTree agents) {
        /** The files of each pack, by its name. */
        public SortedMap<String, PackFiles> packs() {
            return PackFiles.all(rules, agents);
        }
    }

    /**
     * Reads all files.
     *
     * @throws Refusal where a folder was named and is not there
     */
    public Snapshot read() {
        FileTree allRules = tree("rules", rules, config.rules());
        FileTree allAgents = tree("agents", agents, config.agents());
        return new Snapshot(allRules, isOnePacks(allAgents, allRules) ? withDefaults(allAgents) : allAgents);
    }

    /**
     * A folder without any pack's folder in it is that of one pack's agents: the chosen one's. That too stays as it was at the
     * start, else a pack whose agents disappear would find those of others.
     */
    private synchronized boolean isOnePacks(FileTree allAgents, FileTree allRules) {
        if (onePacks == null) {
            onePacks = allAgents.folders().stream().noneMatch(allRules.folders()::contains);
        }
        return onePacks;
    }

    /** Where a folder's files come from, in words for people. */
    public String origin(String name) {
        Path folder = "rules".equals(name) ? rules : agents;
        return folder == null ? "the copy inside the program" : folder.toString();
    }

    private static FileTree tree(String name, @Nullable Path folder, Optional<Path> named) {
        if (folder == null) {
            return "rules".equals(name) ? BuiltIn.RULES : BuiltIn.AGENTS;
        }
        if (Files.isDirectory(folder)) {
            return read(folder);
        }
        throw new Refusal(
                named.isPresent()
                        ? new Reason.NoSuchFolder(
                                folder.toString(), "--" + name + " or MUSTER_" + name.toUpperCase(Locale.ROOT))
                        : new Reason.UnreadableFolder(
                                folder.toString(), "The folder " + folder + " was there at the start and is gone."));
    }

    private static FileTree read(Path folder) {
        try {
            return FileTree.ofFolder(folder);
        } catch (UncheckedIOException e) {
            throw new Refusal(new Reason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** The other packs keep the agents that they would have had. */
    private FileTree withDefaults(FileTree chosenPacks) {
        Path usual = folder("agents", Optional.empty());
        FileTree all = tree("agents", usual, Optional.empty());
        FileTree others = all.only(path -> !path.startsWith(config.pack() + "/"));
        return others.with(chosenPacks.into(config.pack()));
    }
}
