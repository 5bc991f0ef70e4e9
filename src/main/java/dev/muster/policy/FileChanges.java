package dev.muster.policy;

import java.util.List;
import java.util.Map;

/** Which files differ between two versions of a pack, each in the order of paths. */
public record FileChanges(List<String> added, List<String> changed, List<String> removed) {
    public FileChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    public static FileChanges between(PackFiles before, PackFiles after) {
        return between(before.hashes(), after.hashes());
    }

    /**
     * Compares hashes by path.
     *
     * @param before of the older version
     * @param after of the newer version
     */
    public static FileChanges between(Map<String, String> before, Map<String, String> after) {
        return new FileChanges(
                after.keySet().stream()
                        .filter(path -> !before.containsKey(path))
                        .sorted()
                        .toList(),
                after.entrySet().stream()
                        .filter(file -> before.containsKey(file.getKey())
                                && !file.getValue().equals(before.get(file.getKey())))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                before.keySet().stream()
                        .filter(path -> !after.containsKey(path))
                        .sorted()
                        .toList());
    }

    public boolean areNone() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** In one line: {@code changed a.drl; added b.csv, c.csv}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        add(words, "changed", changed);
        add(words, "added", added);
        add(words, "removed", removed);
        return words.isEmpty() ? "no file differs" : words.toString();
    }

    private static void add(StringBuilder words, String what, List<String> paths) {
        if (!paths.isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ").append(what).append(' ').append(String.join(", ", paths));
        }
    }
}
