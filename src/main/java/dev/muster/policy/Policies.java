package dev.muster.policy;

import dev.muster.policy.files.FileTree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs of a rules folder, as they were at one moment. Each is read when somebody first asks for it. */
public final class Policies {
    /** The pack that plans where nobody names another. */
    public static final String DEFAULT_PACK = "backend";

    private final SortedMap<String, Lazy<PackState>> packs;

    private Policies(SortedMap<String, Lazy<PackState>> packs) {
        this.packs = Collections.unmodifiableSortedMap(packs);
    }

    /** Every folder of the rules is a pack; one that is broken does not keep the others from planning. */
    public static Policies load(FileTree rules, FileTree agents) {
        SortedMap<String, Lazy<PackState>> packs = new TreeMap<>();
        for (String name : rules.folders()) {
            packs.put(name, Lazy.by(() -> PackFiles.of(name, rules, agents).read()));
        }
        return new Policies(packs);
    }

    /** Packs that were read before. */
    public static Policies of(Collection<PackState> states) {
        SortedMap<String, Lazy<PackState>> packs = new TreeMap<>();
        states.forEach(state -> packs.put(state.name(), Lazy.of(state)));
        return new Policies(packs);
    }

    /** Packs by their names. */
    public static Policies of(SortedMap<String, Lazy<PackState>> packs) {
        return new Policies(new TreeMap<>(packs));
    }

    public List<String> names() {
        return List.copyOf(packs.keySet());
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
