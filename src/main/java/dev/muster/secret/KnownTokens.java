package dev.muster.secret;

import dev.muster.secret.TokenShape.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds what looks like a token of some service, in a time that grows with the text alone: a run of characters that was looked
 * through for one kind of token is not looked through for it again.
 */
final class KnownTokens {
    private static final WordFinder<Kind> PREFIXES = new WordFinder<>(kinds());

    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final String PEM_END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_USER = 256;
    private static final int SHORTEST_PART = 8;

    private final String text;
    private final List<WordFinder.Hit<String>> found = new ArrayList<>();
    private final Map<Kind, Integer> seen = new HashMap<>();

    private KnownTokens(String text) {
        this.text = text;
    }

    /** What a prefix begins. */
    private sealed interface Kind {}

    private record Plain(TokenShape shape) implements Kind {}

    /** Three parts with points between them. */
    private record Jwt() implements Kind {}

    /** A key in a file of its own, or in many lines of a text. */
    private record PrivateKey() implements Kind {}

    /** What stands between the name of a user and the name of a machine. */
    private record UserInfo() implements Kind {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        TokenShape.ALL.forEach(shape -> kinds.put(shape.prefix(), new Plain(shape)));
        kinds.put("eyJ", new Jwt());
        kinds.put(PEM_BEGIN, new PrivateKey());
        kinds.put("://", new UserInfo());
        return kinds;
    }

    static List<WordFinder.Hit<String>> in(String text) {
        KnownTokens tokens = new KnownTokens(text);
        for (WordFinder.Hit<Kind> hit : PREFIXES.in(text)) {
            if (hit.to() >= tokens.seen.getOrDefault(hit.what(), 0)) {
                tokens.look(hit);
            }
        }
        return tokens.found;
    }

    private void look(WordFinder.Hit<Kind> hit) {
        int end = switch (hit.what()) {
            case Plain(TokenShape shape) -> plain(shape, hit);
            case Jwt _ -> jwt(hit.from());
            case PrivateKey _ -> privateKey(hit.from());
            case UserInfo _ -> userInfo(hit.to());
        };
        seen.put(hit.what(), end);
    }

    private int plain(TokenShape shape, WordFinder.Hit<Kind> hit) {
        if (shape.wanted() != Wanted.NOTHING && hit.from() > 0 && isWord(text.charAt(hit.from() - 1))) {
            return hit.to();
        }
        int end = run(hit.to(), text.length(), i -> shape.alphabet().has(text.charAt(i)));
        boolean digit = shape.wanted() != Wanted.BOUNDARY_AND_DIGIT
                || text.substring(hit.to(), end).chars().anyMatch(c -> c >= '0' && c <= '9');
        if (end - hit.to() >= shape.shortest() && digit) {
            boolean wordBefore = shape.prefix().endsWith(" ");
            found.add(new WordFinder.Hit<>(wordBefore ? hit.to() : hit.from(), end, shape.label()));
        }
        return end;
    }

    private int jwt(int from) {
        int end = from;
        int parts = 0;
        while (parts < 3) {
            int start = end;
            end = run(start, text.length(), i -> TokenShape.Alphabet.WORD.has(text.charAt(i)));
            if (end - start < SHORTEST_PART && parts < 2) {
                break;
            }
            parts++;
            if (parts == 3 || end == text.length() || text.charAt(end) != '.') {
                break;
            }
            end++;
        }
        if (parts >= 2) {
            found.add(new WordFinder.Hit<>(from, end, "JWT"));
        }
        return end;
    }

    /** To its end, or as far as it may go: a text that was cut off is a part of a key all the same. */
    private int privateKey(int from) {
        int label = from + PEM_BEGIN.length();
        int labelEnd =
                run(label, Math.min(text.length(), label + 60), i -> isWord(text.charAt(i)) || text.charAt(i) == ' ');
        if (!text.startsWith(DASHES, labelEnd)
                || !text.substring(label, labelEnd).contains("PRIVATE KEY")) {
            return labelEnd;
        }
        int body = run(
                labelEnd + DASHES.length(), text.length(), i -> isKey(text.charAt(i)) && !text.startsWith(PEM_END, i));
        int end = body;
        if (text.startsWith(PEM_END, body)) {
            int last = text.indexOf(DASHES, body + PEM_END.length());
            end = last < 0 || last > body + 80 ? body + PEM_END.length() : last + DASHES.length();
        }
        found.add(new WordFinder.Hit<>(from, end, "private key"));
        return end;
    }

    private int userInfo(int from) {
        int end = run(
                from,
                Math.min(text.length(), from + LONGEST_USER),
                i -> "/\\\"'<>@ \t\r\n".indexOf(text.charAt(i)) < 0);
        int colon = text.indexOf(':', from);
        if (end < text.length() && text.charAt(end) == '@' && colon >= 0 && colon + 1 < end) {
            found.add(new WordFinder.Hit<>(colon + 1, end, "password"));
        }
        return end;
    }

    private static int run(int from, int limit, IntPredicate goesOn) {
        int end = Math.min(from, limit);
        while (end < limit && goesOn.test(end)) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isKey(char c) {
        return isWord(c) || "+/=\\\r\n\t :,-".indexOf(c) >= 0;
    }
}
