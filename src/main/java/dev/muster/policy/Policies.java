package dev.muster.policy;

import dev.muster.source.FaultException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs of a rules folder, as they were at one moment. */
public final class Policies {
    /** The pack that plans where nobody names another. */
    public static final String DEFAULT_PACK = "backend";

    private final SortedMap<String, PackState> packs;

    private Policies(SortedMap<String, PackState> packs) {
        this.packs = Collections.unmodifiableSortedMap(packs);
    }

    /** Reads every folder of the rules as a pack; one that is broken does not keep the others from planning. */
    public static Policies load(FileTree rules, FileTree agents) {
        SortedMap<String, PackState> packs = new TreeMap<>();
        for (String name : rules.folders()) {
            packs.put(name, read(name, rules, agents));
        }
        return new Policies(packs);
    }

    /** Packs that were read before. */
    public static Policies of(Collection<PackState> states) {
        SortedMap<String, PackState> packs = new TreeMap<>();
        states.forEach(state -> packs.put(state.name(), state));
        return new Policies(packs);
    }

    private static PackState read(String name, FileTree rules, FileTree agents) {
        try {
            return new PackState.Loaded(PackReader.read(name, rules, agents));
        } catch (FaultException e) {
            return new PackState.Broken(name, e.faults());
        }
    }

    public List<String> names() {
        return List.copyOf(packs.keySet());
    }

    public List<PackState> all() {
        return List.copyOf(packs.values());
    }

    /** The pack of that name, or null. */
    public @Nullable PackState pack(String name) {
        return packs.get(name);
    }
}
