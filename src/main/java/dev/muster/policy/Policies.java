package dev.muster.policy;

import dev.muster.policy.files.FileTree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs of a rules folder, as they were at one moment. Each is read when somebody first asks for it. */
public final class Policies {
    /** The pack that plans where nobody names another. */
    public static final String DEFAULT_PACK = "backend";

    private final SortedMap<String, Lazy<PackState>> packs;
    private final Set<String> shared;

    private Policies(SortedMap<String, Lazy<PackState>> packs, Collection<String> shared) {
        this.packs = Collections.unmodifiableSortedMap(packs);
        this.shared = Set.copyOf(shared);
    }

    /** Every folder of the rules that plans is a pack; one that is broken does not keep the others from planning. */
    public static Policies load(FileTree rules, FileTree agents) {
        PackNames names = PackNames.of(rules);
        SortedMap<String, Lazy<PackState>> packs = new TreeMap<>();
        for (String name : names.planning()) {
            packs.put(name, Lazy.by(() -> PackFiles.of(name, rules, agents).read()));
        }
        return new Policies(packs, names.shared());
    }

    /** Packs that were read before. */
    public static Policies of(Collection<PackState> states) {
        SortedMap<String, Lazy<PackState>> packs = new TreeMap<>();
        states.forEach(state -> packs.put(state.name(), Lazy.of(state)));
        return new Policies(packs, Set.of());
    }

    /**
     * Packs by their names.
     *
     * @param shared packs that those extend and that do not plan themselves
     */
    public static Policies of(SortedMap<String, Lazy<PackState>> packs, Collection<String> shared) {
        return new Policies(new TreeMap<>(packs), shared);
    }

    public List<String> names() {
        return List.copyOf(packs.keySet());
    }

    /** Whether a pack of that name is there for those that extend it, and does not plan itself. */
    public boolean isShared(String name) {
        return shared.contains(name);
    }

    public List<PackState> all() {
        return packs.values().stream().map(Lazy::get).toList();
    }

    /** The pack of that name, or null. */
    public @Nullable PackState pack(String name) {
        Lazy<PackState> pack = packs.get(name);
        return pack == null ? null : pack.get();
    }
}
