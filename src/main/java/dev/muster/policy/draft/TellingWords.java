package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a text asks for one agent rather than another: rare ones of its name, and proper names in its
 * description. Common words of a description say nothing: whoever reviews apps for a store is not asked for by "store".
 */
final class TellingWords {
    private static final int MOST = 8;
    private static final int SHORTEST = 3;
    private static final int LAST_RESORT = 2;
    private static final int LONG = 7;
    /** Words that say that something is an agent, not which one, and words of every task. */
    private static final Set<String> COMMON = Set.of(distinct(Template.of("common-words.txt")));

    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.+#]*)");
    /** Texts are searched without these. */
    private static final List<String> ENDINGS = List.of("", "s", "es", "d", "ed", "ing");
    /** Behind these a sentence begins, and a capital letter says nothing. */
    private static final String OPENING = ".:!?\n\"'(*-•>[";

    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> descriptions = new HashMap<>();
    private final Set<String> inSmallLetters = new HashSet<>();
    private final Map<String, String> firstOfName = new HashMap<>();
    private final int rare;

    TellingWords(Collection<AgentFile> agents) {
        for (AgentFile agent : agents) {
            firstOfName.putIfAbsent(shortName(agent), agent.name());
            Set.copyOf(parts(shortName(agent))).forEach(word -> names.merge(word, 1, Integer::sum));
            Set.copyOf(parts(text(agent))).forEach(word -> descriptions.merge(word, 1, Integer::sum));
            Matcher word = WORD.matcher(text(agent));
            while (word.find()) {
                inSmallLetters.add(word.group(1));
            }
        }
        rare = Math.max(2, agents.size() / 25);
    }

    /** The name without the folder's or plugin's name before it, where the file has it without. */
    static String shortName(AgentFile agent) {
        String stem = agent.file().replaceAll(".*/|\\.[^.]*$", "");
        return !stem.isEmpty() && agent.name().endsWith("-" + stem) ? stem : agent.name();
    }

    /** The description in words for people, without examples, in which others are named. */
    static String text(AgentFile agent) {
        return agent.description().replace("\\n", "\n").split("(?i)<example|\\bexamples?:", 2)[0];
    }

    /** The words of a text in small letters, in their order. */
    static List<String> parts(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    }

    /** Whether another agent with the same short name comes first. */
    boolean isCopy(AgentFile agent) {
        return !agent.name().equals(firstOfName.get(shortName(agent)));
    }

    /**
     * At most eight words, those of the name first. Empty where nothing tells the agent from the others.
     *
     * @param field the agent's own; a technology of another field is that field's
     */
    List<String> of(AgentFile agent, @Nullable Field field) {
        if (isCopy(agent)) {
            return List.of();
        }
        LinkedHashSet<String> chosen = new LinkedHashSet<>();
        parts(shortName(agent)).stream()
                .filter(word -> isOwn(word) && names.getOrDefault(word, 0) <= rare)
                .forEach(chosen::add);
        properNames(agent).stream()
                .filter(word -> Field.ALL.stream().allMatch(other -> other.equals(field) || !other.claims(word)))
                .limit(MOST)
                .forEach(chosen::add);
        return chosen.stream().limit(MOST).toList();
    }

    /** Long words that no other description has, for an agent that nothing else brings in. */
    List<String> lastResort(AgentFile agent) {
        return parts(text(agent)).stream()
                .filter(word -> word.length() >= LONG && isOwn(word) && descriptions.getOrDefault(word, 0) == 1)
                .distinct()
                .limit(isCopy(agent) ? 0 : LAST_RESORT)
                .toList();
    }

    /** What stands in somebody's name is that agent's. */
    private List<String> properNames(AgentFile agent) {
        List<String> found = new ArrayList<>();
        String text = text(agent);
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group(1).replaceAll("[.]+$", "");
            String small = word.toLowerCase(Locale.ROOT);
            if (word.matches("[A-Za-z][A-Za-z0-9]*")
                    && isProper(word, opensSentence(text, words.start(1)))
                    && isOwn(small)
                    && !found.contains(small)
                    && !names.containsKey(small)
                    && descriptions.getOrDefault(small, 0) <= rare) {
                found.add(small);
            }
        }
        found.sort(Comparator.comparingInt(word -> descriptions.getOrDefault(word, 0)));
        return found;
    }

    /** Mixed case and digits make a name anywhere, a capital letter only within a sentence and where nobody writes it small. */
    private boolean isProper(String word, boolean opens) {
        boolean mixed = word.substring(1).matches(".*[A-Z].*");
        boolean digit = word.matches(".*\\d.*");
        boolean capital = Character.isUpperCase(word.charAt(0));
        return (mixed || digit || capital && !opens) && !inSmallLetters.contains(word.toLowerCase(Locale.ROOT))
                || digit && word.matches(".*[A-Za-z].*");
    }

    private static boolean opensSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || OPENING.indexOf(text.charAt(before)) >= 0;
    }

    private static boolean isOwn(String word) {
        boolean digit = word.matches(".*[a-z].*") && word.matches(".*\\d.*");
        return (word.length() >= SHORTEST || digit)
                && !word.matches("\\d+")
                && ENDINGS.stream()
                        .filter(word::endsWith)
                        .map(ending -> word.substring(0, word.length() - ending.length()))
                        .noneMatch(TellingWords::isShared);
    }

    private static boolean isShared(String word) {
        return COMMON.contains(word) || Field.ALL.stream().anyMatch(field -> field.shares(word));
    }

    private static String[] distinct(String words) {
        return new LinkedHashSet<>(List.of(words.strip().split("\\s+"))).toArray(String[]::new);
    }
}
