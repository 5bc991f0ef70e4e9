package dev.muster.policy.live;

import dev.muster.policy.PackFiles;
import dev.muster.policy.Policies;
import dev.muster.source.Fault;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs as they are in force at one moment. Whoever plans takes it once and keeps to it to the end. */
public final class InForce {
    public static final InForce NOTHING = new InForce(Collections.emptySortedMap(), null);

    private final SortedMap<String, Standing> standings;
    private final @Nullable Fault trouble;
    private final Policies policies;

    private InForce(SortedMap<String, Standing> standings, @Nullable Fault trouble) {
        this.standings = Collections.unmodifiableSortedMap(standings);
        this.trouble = trouble;
        this.policies =
                Policies.of(standings.values().stream().map(Standing::state).toList());
    }

    public static InForce of(Collection<Standing> standings) {
        SortedMap<String, Standing> byName = new TreeMap<>();
        standings.forEach(standing -> byName.put(standing.name(), standing));
        return new InForce(byName, null);
    }

    /** These packs, but one stands otherwise. */
    public InForce with(Standing standing) {
        SortedMap<String, Standing> changed = new TreeMap<>(standings);
        changed.put(standing.name(), standing);
        return new InForce(changed, trouble);
    }

    /** The same is served, although the files are out of reach for this reason. */
    public InForce withTrouble(Fault why) {
        return new InForce(standings, why);
    }

    public Policies policies() {
        return policies;
    }

    public List<Standing> all() {
        return List.copyOf(standings.values());
    }

    public @Nullable Standing find(String pack) {
        return standings.get(pack);
    }

    /** Why no file can be read at present, or null. */
    public @Nullable Fault trouble() {
        return trouble;
    }

    /** The files of the version that plans, of a pack that does. */
    public PackFiles filesOf(String pack) {
        Standing standing = Objects.requireNonNull(standings.get(pack), pack);
        return Objects.requireNonNull(standing.served(), pack).files();
    }
}
