package dev.muster.agent;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that looks like {@code key: value} with the key in the first column.
 *
 * @param valueAt offset of the value in the line
 */
record KeyLine(String key, int valueAt) {
    private static final Pattern FORM = Pattern.compile("([\"']?)([A-Za-z_][\\w.-]*)\\1[ \\t]*:([ \\t]*)(.*)");

    /** What people write before a colon in the examples of a description. */
    private static final Set<String> DIALOGUE = Set.of(
            "user", "assistant", "system", "human", "context", "example", "examples", "commentary", "note", "task");

    static @Nullable KeyLine of(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return null;
        }
        String key = form.group(2);
        boolean apart = !form.group(3).isEmpty() || form.group(4).isEmpty();
        return apart || Known.key(key) ? new KeyLine(key, form.start(4)) : null;
    }

    /** Whether the line begins a new entry, seen from the entry before it: running text may hold a colon, too. */
    boolean begins(@Nullable String before) {
        return before == null || Known.key(key) || !freeText(before) || looksLikeKey();
    }

    private boolean looksLikeKey() {
        return Character.isLowerCase(key.charAt(0)) && !DIALOGUE.contains(key.toLowerCase(Locale.ROOT));
    }

    /** Whether prose in the first column may belong to the value of this key. */
    static boolean freeText(String key) {
        return key.equals("description") || !Known.key(key);
    }
}
