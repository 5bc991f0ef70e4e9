package dev.muster.app.policies;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.PackFiles;
import dev.muster.policy.files.FileTree;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The files of rules and agents, wherever they are: in a folder that was named, in the working folder, else inside the
 * program.
 */
@ApplicationScoped
public class PolicyFiles {
    private static final Logger LOG = Logger.getLogger(PolicyFiles.class);

    private final MusterConfig config;
    private final PolicyFolders folders;
    private @Nullable Boolean onePacks;
    private boolean begun;

    PolicyFiles(MusterConfig config, PolicyFolders folders) {
        this.config = config;
        this.folders = folders;
    }

    /** The folders that the files come from; those inside the program have none. */
    public List<Path> folders() {
        return Stream.of(folders.rules(), folders.agents())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Rules and agents as they were at one moment.
     *
     * @param rules one folder per pack, and those that they share with the packs inside the program
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
     * @throws Refusal where a folder was named and is not there, or held no pack at first
     */
    public Snapshot read() {
        begin();
        FileTree allRules = tree("rules", folders.rules(), config.rules());
        FileTree allAgents = tree("agents", folders.agents(), config.agents());
        return new Snapshot(
                BuiltIn.withShared(allRules), isOnePacks(allAgents, allRules) ? withDefaults(allAgents) : allAgents);
    }

    /**
     * Says once whose rules these are: whoever stands in some project has to know. A server says it before it says where it listens.
     *
     * @throws Refusal where a folder was named and is not there, or holds no pack
     */
    public synchronized void begin() {
        if (!begun) {
            folders.checkNamed();
            String said = folders.said();
            if (said != null) {
                LOG.info(said);
            }
            begun = true;
        }
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
        return "rules".equals(name) ? folders.originOfRules() : folders.originOfAgents();
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
                        ? new PolicyReason.NoSuchFolder(
                                folder.toString(), "--" + name + " or MUSTER_" + name.toUpperCase(Locale.ROOT))
                        : new PolicyReason.UnreadableFolder(
                                folder.toString(), "The folder " + folder + " was there at the start and is gone."));
    }

    private static FileTree read(Path folder) {
        try {
            return FileTree.ofFolder(folder);
        } catch (UncheckedIOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** The other packs keep the agents that come with the program. */
    private FileTree withDefaults(FileTree chosenPacks) {
        FileTree others = BuiltIn.AGENTS.only(path -> !path.startsWith(config.pack() + "/"));
        return others.with(chosenPacks.into(config.pack()));
    }
}
