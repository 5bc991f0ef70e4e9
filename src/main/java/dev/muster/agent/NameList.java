package dev.muster.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists of names as people write them: a YAML list, or one text with commas, blanks or lines between the names. */
final class NameList {
    private NameList() {}

    static List<String> in(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().flatMap(NameList::item).toList();
            case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList();
            default -> split(String.valueOf(value));
        };
    }

    private static Stream<String> item(Object item) {
        return item instanceof Map<?, ?> map ? map.keySet().stream().map(String::valueOf) : in(item).stream();
    }

    /** What stands in brackets belongs to one name, as in {@code Bash(git add:*, git commit:*)}. */
    private static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (depth == 0 && (c == ',' || c == '[' || c == ']' || Character.isWhitespace(c))) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names.stream().map(NameList::bare).filter(n -> !n.isEmpty()).toList();
    }

    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isQuote(name.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(name.charAt(to - 1))) {
            to--;
        }
        String bare = name.substring(from, to).strip();
        return bare.equals("-") || bare.equals("~") || bare.equals("null") ? "" : bare;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
