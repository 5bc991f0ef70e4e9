package dev.muster.agent.executor.operator;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.Glob;
import dev.muster.agent.executor.operator.OperatorConfig.Entry;
import dev.muster.agent.executor.operator.OperatorConfig.Settings;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is called how. The operator's configuration counts more than the pack, and the pack more than the agent's own file: whoever
 * runs Muster decides what is started on the machine.
 */
public final class ExecutorChoice {
    private final OperatorConfig config;

    public ExecutorChoice(OperatorConfig config) {
        this.config = config;
    }

    /** What came of choosing. */
    public sealed interface Choice {}

    /**
     * Everybody is called somehow.
     *
     * @param byAgent the executor of each agent
     * @param rehearsed whether nobody is called at all
     * @param configured whether anything says how agents are called; where nothing does, everything is rehearsed
     */
    public record Chosen(SortedMap<String, Pick> byAgent, boolean rehearsed, boolean configured) implements Choice {
        public Chosen {
            byAgent = Collections.unmodifiableSortedMap(new TreeMap<>(byAgent));
        }
    }

    /**
     * It does not come out.
     *
     * @param why sentences that each say what to do
     */
    public record Refused(List<String> why) implements Choice {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /**
     * An agent's executor.
     *
     * @param from where that stands
     */
    public record Pick(String executor, String from) {}

    /**
     * Chooses for the agents of a plan.
     *
     * @param inPack what {@code pack.yaml} says, by agent or {@code *}
     */
    public Choice choose(String pack, Collection<AgentFile> agents, Map<String, String> inPack) {
        SortedMap<String, Pick> picks = new TreeMap<>();
        List<String> without = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        agents.stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(agent -> {
            Pick pick = pick(pack, agent, inPack);
            if (pick == null) {
                without.add(agent.name());
            } else if (!config.executors().containsKey(pick.executor())) {
                faults.add(unknown(agent, pick));
            } else {
                picks.put(agent.name(), pick);
            }
        });
        if (picks.isEmpty() && faults.isEmpty()) {
            without.forEach(agent -> picks.put(agent, new Pick(OperatorConfig.REHEARSAL, "nothing is configured")));
            return new Chosen(picks, true, false);
        }
        if (!without.isEmpty()) {
            faults.add(missing(without));
        }
        boolean rehearsed = picks.values().stream()
                .allMatch(pick -> config.executors().get(pick.executor()) instanceof Settings.Rehearsed);
        return faults.isEmpty() ? new Chosen(picks, rehearsed, true) : new Refused(faults);
    }

    private @Nullable Pick pick(String pack, AgentFile agent, Map<String, String> inPack) {
        for (Entry entry : config.agents().reversed()) {
            if (Glob.matches(entry.pack(), pack) && Glob.matches(entry.agent(), agent.name())) {
                return new Pick(
                        entry.executor(),
                        entry.place().file() + ":" + entry.place().line());
            }
        }
        String named = inPack.getOrDefault(agent.name(), inPack.get("*"));
        if (named != null) {
            return new Pick(named, pack + "/pack.yaml");
        }
        String own = agent.executor();
        return own == null ? null : new Pick(own, agent.file());
    }

    private String unknown(AgentFile agent, Pick pick) {
        return "No executor is called \"%s\", which %s names for the agent \"%s\". Configure it in operator.yaml.%s"
                .formatted(
                        pick.executor(),
                        pick.from(),
                        agent.name(),
                        Nearest.hint(pick.executor(), config.executors().keySet()));
    }

    private static String missing(List<String> agents) {
        return "Nothing says how %s %s called, while others of this plan are. Add %s under `agents` in operator.yaml;"
                        .formatted(
                                quoted(agents), agents.size() == 1 ? "is" : "are", agents.size() == 1 ? "it" : "them")
                + " with `executor: rehearsal` where nobody is to be called.";
    }

    private static String quoted(List<String> agents) {
        return String.join(
                ", ", agents.stream().map(agent -> "\"" + agent + "\"").toList());
    }
}
