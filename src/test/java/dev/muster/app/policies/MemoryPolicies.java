package dev.muster.app.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Versions in memory. */
public final class MemoryPolicies implements PolicyStore {
    private final Map<String, List<Kept>> versions = new HashMap<>();
    private final Map<String, byte[]> allContents = new HashMap<>();
    private final Map<String, String[]> rollbacks = new HashMap<>();
    private Consumer<String> told = version -> {};

    public synchronized void onKeep(Consumer<String> listener) {
        told = listener;
    }

    @Override
    public synchronized void keep(
            String pack, String version, Instant now, SortedMap<String, String> paths, Map<String, byte[]> contents) {
        List<Kept> kept = versions.computeIfAbsent(pack, p -> new ArrayList<>());
        if (kept.stream().noneMatch(one -> one.version().equals(version))) {
            kept.addFirst(new Kept(version, kept.size() + 1, now, paths));
            allContents.putAll(contents);
            told.accept(version);
        }
    }

    @Override
    public synchronized @Nullable SortedMap<String, byte[]> files(String pack, String version) {
        return versions(pack).stream()
                .filter(kept -> kept.version().equals(version))
                .findFirst()
                .map(kept -> {
                    SortedMap<String, byte[]> files = new TreeMap<>();
                    kept.paths().forEach((path, hash) -> files.put(path, allContents.get(hash)));
                    return files;
                })
                .orElse(null);
    }

    @Override
    public synchronized List<Kept> versions(String pack) {
        return List.copyOf(versions.getOrDefault(pack, List.of()));
    }

    @Override
    public synchronized void rollBack(String pack, String over, String version, Instant since) {
        rollbacks.put(pack, new String[] {over, version});
    }

    @Override
    public synchronized void endRollback(String pack) {
        rollbacks.remove(pack);
    }

    @Override
    public synchronized @Nullable String rollback(String pack, String over) {
        String[] rollback = rollbacks.get(pack);
        return rollback == null || !rollback[0].equals(over) ? null : rollback[1];
    }
}
