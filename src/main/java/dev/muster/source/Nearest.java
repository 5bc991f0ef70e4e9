package dev.muster.source;

import dev.muster.limit.Allowance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** More than this many words are no help in a message. */
    private static final int SHOWN = 8;

    /** Nobody misspells a longer one; and the time for two is the product of their lengths. */
    private static final int LONGEST = 100;

    /**
     * The candidate with the fewest edits between it and the word, or null where none is near. One that begins or ends the
     * word, or begins or ends with it, is near too.
     */
    public static @Nullable String to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        Allowance allowance = Allowance.current();
        return candidates.stream()
                .filter(candidate -> candidate.length() <= LONGEST)
                .filter(candidate -> {
                    allowance.tick(candidate.length());
                    return isNear(word, candidate);
                })
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** A closing sentence for a message: {@code Did you mean "x"?}, else the words there are, else nothing. */
    public static String hint(String word, Collection<String> candidates) {
        String nearest = to(word, candidates);
        if (nearest != null) {
            return " Did you mean \"" + nearest + "\"?";
        }
        return candidates.isEmpty() || candidates.size() > SHOWN
                ? ""
                : " There are: "
                        + String.join(", ", candidates.stream().sorted().toList()) + ".";
    }

    private static boolean isNear(String word, String candidate) {
        int limit = Math.max(1, word.length() / 3);
        boolean alikeInLength = Math.abs(word.length() - candidate.length()) <= limit;
        return alikeInLength && distance(word, candidate) <= limit
                || isEndOf(word, candidate)
                || isEndOf(candidate, word);
    }

    private static boolean isEndOf(String end, String word) {
        return end.length() > 3 && (word.startsWith(end) || word.endsWith(end));
    }

    /** Edits (insert, delete, replace, swap of neighbours) between two words; upper and lower case are the same. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int step(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
