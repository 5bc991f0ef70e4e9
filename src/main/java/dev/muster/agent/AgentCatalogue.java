package dev.muster.agent;

import dev.muster.fact.Agent;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import dev.muster.source.Stopped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a pack by name. The same files give the same catalogue, in whatever order they come.
 */
public final class AgentCatalogue {
    /** More than that no program takes for a prompt. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int CHARACTERS_OF_A_TICK = 16;

    private final SortedMap<String, AgentFile> agents;
    private final List<String> skipped;
    private final List<Diagnostic> diagnostics;

    private AgentCatalogue(SortedMap<String, AgentFile> agents, List<String> skipped, List<Diagnostic> diagnostics) {
        this.agents = Collections.unmodifiableSortedMap(agents);
        this.skipped = List.copyOf(skipped);
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    /**
     * Reads the files of an agents folder.
     *
     * @param files text by path relative to the agents folder; only {@code .md} files with front matter are agents
     * @throws FaultException with every name that more than one file uses, or with a file that is too large
     */
    public static AgentCatalogue of(Map<String, String> files) {
        List<AgentFile> agents = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> {
            if (!path.toLowerCase(Locale.ROOT).endsWith(".md")) {
                return;
            }
            AgentFile agent = inTime(path, text);
            if (agent != null) {
                agents.add(agent);
                return;
            }
            skipped.add(path);
            diagnostics.addAll(Skipped.diagnose(path, text));
        });
        agents.forEach(agent -> diagnostics.addAll(agent.diagnostics()));
        return new AgentCatalogue(byName(agents), skipped, diagnostics);
    }

    private static @Nullable AgentFile inTime(String path, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new FaultException(List.of(new Fault(
                    new Place(path, 1, 1),
                    "This agent has " + text.length() + " characters; at most " + MOST_CHARACTERS + " are read.")));
        }
        try {
            Allowance.current().tick(1 + text.length() / CHARACTERS_OF_A_TICK);
            Allowance.current().holds(2L * text.length());
            return AgentFile.read(path, text);
        } catch (OverLimitException e) {
            throw Stopped.at(new Place(path, 1, 1), e);
        }
    }

    /** A catalogue of agents that were read before. */
    public static AgentCatalogue of(Collection<AgentFile> agents) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        agents.forEach(agent -> diagnostics.addAll(agent.diagnostics()));
        return new AgentCatalogue(byName(agents), List.of(), diagnostics);
    }

    private static SortedMap<String, AgentFile> byName(Collection<AgentFile> agents) {
        SortedMap<String, AgentFile> byName = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        agents.stream().sorted(Comparator.comparing(AgentFile::place)).forEach(agent -> {
            AgentFile first = byName.putIfAbsent(agent.name(), agent);
            if (first != null) {
                String message =
                        "the name \"%s\" is already taken by %s; rename one of the two agents or remove one file";
                faults.add(new Fault(agent.place(), message.formatted(agent.name(), first.place())));
            }
        });
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return byName;
    }

    /** All agents, sorted by name. */
    public List<AgentFile> agents() {
        return List.copyOf(agents.values());
    }

    /** The agents as rules see them, sorted by name. */
    public List<Agent> facts() {
        return agents.values().stream().map(AgentFile::fact).toList();
    }

    /** The agent of that very name, or null. */
    public @Nullable AgentFile find(String name) {
        return agents.get(name);
    }

    /** The name that was probably meant, or null. */
    public @Nullable String nearest(String name) {
        return Nearest.to(name, agents.keySet());
    }

    /** A closing sentence for a message about a name that no agent has. */
    public String hint(String name) {
        return Nearest.hint(name, agents.keySet());
    }

    /** Markdown files that are no agents, such as a README. */
    public List<String> skipped() {
        return skipped;
    }

    /** What there is to say about all files, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
