package dev.muster.policy.drl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a rule base.
 *
 * @param file the path of its file
 * @param line the line on which it begins
 * @param because the reason for the reader of a plan, from {@code @because("…")}, or null
 * @param doc the documentation comment before it, or empty
 * @param metadata its annotations: their values by name
 * @param salience which rule fires first where several could; 0 unless told otherwise
 * @param makes the values that its consequence makes
 * @param reads the patterns of its conditions
 */
public record RuleInfo(
        String name,
        String file,
        int line,
        @Nullable String because,
        String doc,
        Map<String, String> metadata,
        int salience,
        List<Made> makes,
        List<Read> reads) {
    public RuleInfo {
        metadata = Map.copyOf(metadata);
        makes = List.copyOf(makes);
        reads = List.copyOf(reads);
    }

    /** {@code rule "name" (file:line)}. */
    public String shown() {
        return "rule \"" + name + "\" (" + file + ":" + line + ")";
    }
}
