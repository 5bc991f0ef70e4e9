package dev.muster.agent.executor.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a program gets to see of Muster's own environment: what every program needs, and what the operator has listed. */
public final class CleanEnvironment {
    private static final Set<String> USUAL = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ", "TMPDIR");

    /** Keys and passwords of Muster are among these; no program gets to see one, whatever is listed. */
    private static final String OURS = "MUSTER_";

    private final Map<String, String> own;

    /**
     * An environment to take from.
     *
     * @param own Muster's own variables
     */
    CleanEnvironment(Map<String, String> own) {
        this.own = Map.copyOf(own);
    }

    String path() {
        return own.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    }

    /**
     * The variables of a program.
     *
     * @param allowed names, each passed on where Muster has it, or {@code NAME=value}
     */
    Map<String, String> with(List<String> allowed) {
        Map<String, String> variables = new TreeMap<>();
        own.forEach((name, value) -> {
            if (!isOurs(name) && (USUAL.contains(name) || name.startsWith("LC_") || allowed.contains(name))) {
                variables.put(name, value);
            }
        });
        variables.put("PATH", path());
        for (String entry : allowed) {
            int equals = entry.indexOf('=');
            if (equals > 0 && !isOurs(entry)) {
                variables.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return variables;
    }

    /** Whether a variable is one of Muster's own, however it is spelled: its settings are read in any case. */
    public static boolean isOurs(String variable) {
        return variable.toUpperCase(Locale.ROOT).startsWith(OURS);
    }
}
