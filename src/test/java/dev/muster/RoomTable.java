package dev.muster;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of rooms in {@code docs/architecture.md}.
 *
 * @param uses by room, what it may use: {@code plan} is that room alone, {@code plan.*} also all below it
 */
record RoomTable(Map<String, Set<String>> uses) {
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z.*]+)`");
    private static final String HOUSE = "dev.muster.";

    /** Every room may ask it. */
    private static final String EVERYBODYS = "limit";

    static RoomTable read() {
        try {
            return new RoomTable(ROW.matcher(Files.readString(DOCUMENT))
                    .results()
                    .collect(toMap(row -> row.group(1), row -> names(row.group(2)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The room of a package; empty for what is not of this house. */
    static String room(String packageName) {
        return packageName.startsWith(HOUSE) ? packageName.substring(HOUSE.length()) : "";
    }

    /** Whether a room has a row, and it or what is for all names the other. */
    boolean lets(String from, String to) {
        Set<String> named = uses.getOrDefault(from, Set.of());
        return from.equals(to)
                || to.equals(EVERYBODYS)
                || named.contains(to)
                || named.stream()
                        .filter(name -> name.endsWith(".*"))
                        .map(name -> name.substring(0, name.length() - 2))
                        .anyMatch(family -> to.equals(family) || to.startsWith(family + "."));
    }

    List<String> rooms() {
        return uses.keySet().stream().sorted().toList();
    }
}
