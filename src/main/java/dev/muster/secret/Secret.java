package dev.muster.secret;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value that nobody is to read, and the name that stands in its place.
 *
 * @param name the variable that holds it
 */
public record Secret(String name, String value) {
    /** What is shorter stands in many a text by chance. */
    private static final int SHORTEST = 8;

    /** A password may be shorter than what a machine makes, and its variable says what it is. */
    private static final int SHORTEST_OF_A_TELLING_NAME = 4;

    private static final Pattern TELLING =
            Pattern.compile("KEY|TOKEN|SECRET|PASS|PWD|CREDENTIAL|AUTH|PRIVATE|SIGNATURE|COOKIE|SESSION|DSN");

    /** Words that settings are made of. Masked, they would take apart what agents say about the very same things. */
    private static final Set<String> SETTINGS = Set.of(
            "always",
            "disabled",
            "development",
            "enabled",
            "integration",
            "localhost",
            "maximum",
            "minimum",
            "nonroot",
            "preview",
            "production",
            "required",
            "sandbox",
            "standard",
            "truecolor",
            "unlimited",
            "utf-8",
            "verbose",
            "warnings",
            "xterm-256color");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(?:[.][0-9]++)*+");

    /** Whether it is told from other texts at all. */
    boolean isTelling() {
        String text = value.strip();
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) {
            return false;
        }
        if (TELLING.matcher(name.toUpperCase(Locale.ROOT)).find()) {
            return text.length() >= SHORTEST_OF_A_TELLING_NAME;
        }
        return text.length() >= SHORTEST
                && !SETTINGS.contains(word)
                && !NUMBER.matcher(text).matches()
                && !isPlainAddress(text);
    }

    /** An address of a server alone, which whoever calls it may know. */
    private static boolean isPlainAddress(String text) {
        try {
            URI uri = URI.create(text);
            String path = uri.getPath();
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && (path == null || path.isEmpty() || path.equals("/"));
        } catch (IllegalArgumentException _) {
            return false; // no address at all
        }
    }

    /** Its value stays out of whatever is printed of it. */
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
