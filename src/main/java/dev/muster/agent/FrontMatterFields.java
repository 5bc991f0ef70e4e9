package dev.muster.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a front matter by key, taken out one by one; what nobody takes is left over. */
final class FrontMatterFields {
    private final Map<String, Entry> left = new LinkedHashMap<>();
    private final Findings findings;

    FrontMatterFields(List<Entry> entries, Findings findings) {
        this.findings = findings;
        entries.forEach(this::add);
    }

    private void add(Entry entry) {
        Entry earlier = left.put(entry.key(), entry);
        if (earlier != null) {
            findings.warn(
                    "duplicate-key",
                    entry.line(),
                    "\"%s\" was given in line %d already; this one counts. Remove one of them."
                            .formatted(entry.key(), earlier.line()));
        }
    }

    /** The line of a key, or of the front matter's first line where it is missing. */
    int line(String key, int otherwise) {
        Entry entry = left.get(key);
        return entry == null ? otherwise : entry.line();
    }

    /** A text of one line or more; null where the key is missing or has no value. */
    @Nullable
    String text(String key) {
        Entry entry = left.remove(key);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof Map || entry.value() instanceof List) {
            findings.warn("value-shape", entry.line(), "\"" + key + "\" should be a text; read as one.");
            return String.join(", ", NameList.in(entry.value()));
        }
        String text = String.valueOf(entry.value()).strip();
        text = entry.trouble() == null ? text : text.replace("\\\"", "\"");
        return text.isEmpty() || text.equals("~") || text.equals("null") ? null : text;
    }

    /** A list of names; null where the key is missing, empty where it is there with nothing in it. */
    @Nullable
    List<String> names(String key) {
        Entry entry = left.remove(key);
        return entry == null ? null : NameList.in(entry.value());
    }

    /** A whole number above zero; anything else stays among the rest. */
    @Nullable
    Integer number(String key) {
        Entry entry = left.get(key);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
            left.remove(key);
            return number.intValue();
        }
        findings.warn(
                "value-shape",
                entry.line(),
                "\"%s\" should be a whole number above 0, not %s; it has no effect.".formatted(key, entry.value()));
        return null;
    }

    Set<String> keys() {
        return Set.copyOf(left.keySet());
    }

    @Nullable
    Entry entry(String key) {
        return left.get(key);
    }

    Map<String, Object> take(Set<String> keys) {
        Map<String, Object> taken = new LinkedHashMap<>();
        left.values().stream()
                .filter(entry -> keys.contains(entry.key()))
                .forEach(entry -> taken.put(entry.key(), entry.value()));
        left.keySet().removeAll(keys);
        return taken;
    }

    Map<String, Object> rest() {
        return take(keys());
    }
}
