package dev.muster.app.policies;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which folders of rules and agents count: those that were named; else {@code ./rules} if it holds a pack, since many projects have
 * a folder of that name; else those inside the program. Agents stand beside their rules.
 */
@ApplicationScoped
public class PolicyFolders {
    static final String INSIDE = "the copy inside the program";

    private static final Path RULES = Path.of("rules");
    private static final Path AGENTS = Path.of("agents");

    private final Path here;
    private final Optional<Path> namedRules;
    private final Optional<Path> namedAgents;
    private final @Nullable Path rules;
    private final @Nullable Path agents;
    private @Nullable Exception unreadable;

    /** Decides where the files are. That stays so: a folder that disappears later is trouble, no reason to use other files. */
    @Inject
    PolicyFolders(MusterConfig config) {
        this(Path.of(""), config.rules(), config.agents());
    }

    PolicyFolders(Path here, Optional<Path> namedRules, Optional<Path> namedAgents) {
        this.here = here;
        this.namedRules = namedRules;
        this.namedAgents = namedAgents;
        this.rules = namedRules.orElseGet(this::rulesHere);
        this.agents = namedAgents.orElseGet(this::agentsBesideRules);
    }

    /** Rules that nobody named are left alone where they cannot be read: whoever stands here may have nothing to do with them. */
    private @Nullable Path rulesHere() {
        Path folder = here.resolve(RULES);
        try {
            return findsPack(folder) ? folder : null;
        } catch (DirectoryIteratorException | IOException e) {
            unreadable = e;
            return null;
        }
    }

    private @Nullable Path agentsBesideRules() {
        Path beside = rules == null ? null : beside(rules);
        return beside != null && holdsAgents(beside) ? beside : null;
    }

    private Path beside(Path folder) {
        return namedRules.isEmpty()
                ? here.resolve(AGENTS)
                : folder.toAbsolutePath().normalize().resolveSibling(AGENTS);
    }

    /** The folder of the rules; null where they are those inside the program. */
    @Nullable
    public Path rules() {
        return rules;
    }

    /** The folder of the agents, likewise. */
    @Nullable
    public Path agents() {
        return agents;
    }

    /** Where the rules of a new pack are written. */
    public Path rulesToAddTo() {
        return namedRules.orElse(here.resolve(RULES));
    }

    /** Where the agents of a new pack are written. */
    public Path agentsToAddTo() {
        return namedAgents.orElseGet(() -> beside(rulesToAddTo()));
    }

    /** Where the rules come from, in words for people. */
    String originOfRules() {
        return rules == null ? INSIDE : rules.toString();
    }

    /** Likewise the agents. */
    String originOfAgents() {
        return agents == null ? INSIDE : agents.toString();
    }

    /** Which folder was taken, or passed over, because of where one stands; null where that changed nothing. */
    @Nullable
    String said() {
        if (namedRules.isPresent()) {
            return null;
        }
        if (rules != null) {
            return "using " + rules.toAbsolutePath() + " and "
                    + (agents == null ? "the agents inside the program" : agents.toAbsolutePath()) + ".";
        }
        if (unreadable != null) {
            return "the folder rules here cannot be read (" + unreadable + "); using " + INSIDE + ".";
        }
        if (Files.isDirectory(here.resolve(RULES))) {
            return "the folder rules here holds no pack (a folder with pack.yaml in it); using " + INSIDE + ".";
        }
        return namedAgents.isEmpty() && Files.isDirectory(here.resolve(AGENTS))
                ? "the folder agents here has no rules beside it and is not used; --agents names it."
                : null;
    }

    /**
     * Refuses rules that were named and hold no pack: all that one would be told else is that there is no such pack.
     *
     * @throws Refusal where it is so
     */
    void checkNamed() {
        Path named = namedRules.orElse(null);
        if (named != null && Files.isDirectory(named) && !holdsPack(named)) {
            throw new Refusal(new PolicyReason.NoPack(named.toString(), Files.exists(named.resolve("pack.yaml"))));
        }
    }

    private static boolean holdsPack(Path folder) {
        return told(folder, () -> findsPack(folder));
    }

    private static boolean findsPack(Path folder) throws IOException {
        return anyIn(folder, "[!.]*", pack -> Files.exists(pack.resolve("pack.yaml"), LinkOption.NOFOLLOW_LINKS));
    }

    /** One pack's agents, or a folder with some for each pack. */
    private static boolean holdsAgents(Path folder) {
        return told(
                folder,
                () -> anyIn(folder, "[!.]*.md", _ -> true)
                        || anyIn(folder, "[!.]*", pack -> anyIn(pack, "[!.]*.md", _ -> true)));
    }

    private interface Looking {
        boolean finds() throws IOException;
    }

    private static boolean told(Path folder, Looking looking) {
        try {
            return looking.finds();
        } catch (DirectoryIteratorException | IOException e) {
            throw new Refusal(
                    new PolicyReason.UnreadableFolder(folder.toString(), folder + " cannot be read: " + e), e);
        }
    }

    /** Which entries count. */
    private interface Wanted {
        boolean is(Path entry) throws IOException;
    }

    private static boolean anyIn(Path folder, String glob, Wanted wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            for (Path entry : entries) {
                if (wanted.is(entry)) {
                    return true;
                }
            }
            return false;
        }
    }
}
