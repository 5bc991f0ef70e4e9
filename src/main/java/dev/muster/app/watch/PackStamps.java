package dev.muster.app.watch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What can be seen of each pack's files without reading them, so that a change is known to be of one pack. */
record PackStamps(Map<String, Map<Path, String>> entries) {
    /** Stands for what is directly in a folder of packs: it may be of any of them. */
    static final String ALL = "";

    static PackStamps of(FolderStamp stamp, List<Path> folders) {
        Set<String> tops = new TreeSet<>();
        for (Path path : stamp.entries().keySet()) {
            Path below = below(path, folders);
            if (below.getNameCount() > 1) {
                tops.add(below.getName(0).toString());
            }
        }
        Map<String, Map<Path, String>> packs = new HashMap<>();
        stamp.entries().forEach((path, entry) -> {
            String top = below(path, folders).getName(0).toString();
            packs.computeIfAbsent(tops.contains(top) ? top : ALL, _ -> new HashMap<>())
                    .put(path, entry);
        });
        return new PackStamps(packs);
    }

    /** The path in its folder; that of a folder itself is empty. */
    private static Path below(Path path, List<Path> folders) {
        return folders.stream()
                .filter(path::startsWith)
                .map(folder -> folder.relativize(path))
                .findFirst()
                .orElse(Path.of(ALL));
    }

    Set<String> names() {
        return Set.copyOf(entries.keySet());
    }

    /** The packs of which something differs. */
    Set<String> differing(PackStamps now) {
        Set<String> names = new TreeSet<>(entries.keySet());
        names.addAll(now.entries.keySet());
        names.removeIf(name -> Objects.equals(entries.get(name), now.entries.get(name)));
        return names;
    }
}
