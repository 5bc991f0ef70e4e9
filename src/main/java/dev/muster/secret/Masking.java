package dev.muster.secret;

import dev.muster.secret.WordFinder.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes secrets out of texts: the values that it knows, however they are spelled, and whatever looks like a token. What it
 * gives it leaves as it is when it gets it again.
 */
public final class Masking {
    /** Knows no value, and tokens by their looks. */
    public static final Masking OF_TOKENS = of(List.of());

    /** Of a value that is cut in two so many characters tell nobody anything. */
    private static final int HARMLESS = 3;

    /** Where a text is cut within something that has no space in it, so much of that is left out. */
    private static final int LONGEST_TOKEN = 4_096;

    private final WordFinder<String> values;
    private final List<String> spellings;

    private Masking(Map<String, String> spellings) {
        this.values = new WordFinder<>(spellings);
        this.spellings = List.copyOf(spellings.keySet());
    }

    /** Knows these; those that are in many a text by chance are left out. */
    public static Masking of(Collection<Secret> secrets) {
        Map<String, String> spellings = new LinkedHashMap<>();
        for (Secret secret : secrets) {
            if (secret.isTelling()) {
                Spellings.of(secret.value().strip())
                        .forEach(spelling -> spellings.putIfAbsent(spelling, secret.name()));
            }
        }
        return new Masking(spellings);
    }

    /** The text without them. */
    public String mask(String text) {
        List<Hit<String>> hits = new ArrayList<>(values.in(text));
        Unescaped unescaped = Unescaped.of(text);
        if (unescaped != null) {
            values.in(unescaped.text()).stream().map(unescaped::written).forEach(hits::add);
        }
        hits.addAll(KnownTokens.in(text));
        return hits.isEmpty() ? text : without(text, hits);
    }

    public List<String> mask(List<String> texts) {
        return texts.stream().map(this::mask).toList();
    }

    /** For a text that comes line by line. */
    public LineMasking lineByLine() {
        return new LineMasking(this);
    }

    /** The beginning of a text whose rest is missing: of a secret that stood at the cut nothing is left. */
    public String beginning(String text) {
        int begun = values.begunAtTheEnd(text);
        String known = begun > HARMLESS ? text.substring(0, text.length() - begun) : text;
        int space = known.length();
        while (space > 0
                && known.length() - space < LONGEST_TOKEN
                && !Character.isWhitespace(known.charAt(space - 1))) {
            space--;
        }
        return mask(known.substring(0, space));
    }

    /** The end of a text whose beginning is missing. */
    public String end(String text) {
        int rest = 0;
        for (String spelling : spellings) {
            rest = Math.max(rest, restAtTheBeginning(text, spelling));
        }
        while (rest < Math.min(text.length(), LONGEST_TOKEN) && !Character.isWhitespace(text.charAt(rest))) {
            rest++;
        }
        return mask(text.substring(rest));
    }

    private static int restAtTheBeginning(String text, String spelling) {
        for (int from = 1; from + HARMLESS < spelling.length(); from++) {
            if (text.regionMatches(0, spelling, from, spelling.length() - from)) {
                return spelling.length() - from;
            }
        }
        return 0;
    }

    /** What overlaps is one. */
    private static String without(String text, List<Hit<String>> hits) {
        hits.sort(Comparator.<Hit<String>>comparingInt(Hit::from).thenComparingInt(hit -> -hit.to()));
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < hits.size(); ) {
            Hit<String> first = hits.get(i);
            int to = first.to();
            for (i++; i < hits.size() && hits.get(i).from() < to; i++) {
                to = Math.max(to, hits.get(i).to());
            }
            masked.append(text, copied, first.from())
                    .append("[masked: ")
                    .append(first.what())
                    .append(']');
            copied = to;
        }
        return masked.append(text, copied, text.length()).toString();
    }
}
