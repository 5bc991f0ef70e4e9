package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words by which a text asks for one agent rather than another: those of its name, and rare ones of its description. */
final class Words {
    private static final int MOST = 8;
    private static final int SHORTEST = 3;

    /** Words that say that something is an agent, not which one, and words of every task. */
    private static final Set<String> GENERIC = Set.copyOf(
            List.of(("across after agent agents all also and any app application applications are assistant based "
                            + "before best build building builds can code codebase commentary complex comprehensive context "
                            + "create creates creating deep design designing develop developer developers developing "
                            + "development engineer engineers ensure ensures example examples expert expertise experts for "
                            + "from good guru handle handles has have help helper helps high how immediately implement "
                            + "implementation implementing including into its lead make makes manage manages master modern "
                            + "more most must need needed needs new ninja not other others over practice practices pro "
                            + "proactively professional project projects provide provides quality senior should software "
                            + "specialist specialists specialized specializing such support system systems task tasks team "
                            + "than that the their them then they this use used user users using well what when which who will "
                            + "with work working works write writes writing you your are but there these was ")
                    .split(" ")));

    private final Map<String, Integer> agentsByWord = new HashMap<>();
    private final int rare;

    Words(Collection<AgentFile> agents) {
        agents.forEach(agent -> all(agent).forEach(word -> agentsByWord.merge(word, 1, Integer::sum)));
        rare = Math.max(2, agents.size() / 25);
    }

    /** At most eight words, those of the name first, then the rarest. Empty where nothing tells the agent from the others. */
    List<String> of(AgentFile agent) {
        LinkedHashSet<String> chosen = new LinkedHashSet<>();
        split(agent.name()).stream().filter(this::isRare).forEach(chosen::add);
        List<String> rest = new ArrayList<>(split(agent.description()));
        rest.removeIf(word -> !isRare(word));
        rest.sort(Comparator.<String>comparingInt(word -> agentsByWord.getOrDefault(word, 0))
                .thenComparingInt(rest::indexOf));
        for (String word : rest) {
            if (chosen.size() < MOST) {
                chosen.add(word);
            }
        }
        return List.copyOf(chosen);
    }

    private boolean isRare(String word) {
        return agentsByWord.getOrDefault(word, 0) <= rare;
    }

    private static Set<String> all(AgentFile agent) {
        Set<String> words = new TreeSet<>(split(agent.name()));
        words.addAll(split(agent.description()));
        return words;
    }

    private static LinkedHashSet<String> split(String text) {
        LinkedHashSet<String> words = new LinkedHashSet<>();
        for (String word : text.replace("\\n", " ").toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.length() >= SHORTEST && !GENERIC.contains(word) && !word.matches("\\d+")) {
                words.add(word);
            }
        }
        return words;
    }
}
