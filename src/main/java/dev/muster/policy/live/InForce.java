package dev.muster.policy.live;

import dev.muster.limit.Allowance;
import dev.muster.policy.Lazy;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackNames;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.files.FileTree;
import dev.muster.source.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All packs as they are in force at one moment. Whoever plans takes it once and keeps to it to the end. The files are those of
 * that moment, also where a pack is read from them only when somebody asks for it.
 */
public final class InForce {
    public static final InForce NOTHING = new InForce(Collections.emptySortedMap(), Set.of(), null);

    private final SortedMap<String, Lazy<PackStatus>> standings;
    private final Set<String> shared;
    private final @Nullable Fault trouble;
    private final Policies policies;

    /**
     * Packs as they stand.
     *
     * @param extended packs whose files are also others'; those that do not stand here themselves do not plan
     */
    private InForce(
            SortedMap<String, Lazy<PackStatus>> standings, Collection<String> extended, @Nullable Fault trouble) {
        this.standings = Collections.unmodifiableSortedMap(standings);
        this.shared =
                extended.stream().filter(name -> !standings.containsKey(name)).collect(Collectors.toUnmodifiableSet());
        this.trouble = trouble;
        SortedMap<String, Lazy<PackState>> states = new TreeMap<>();
        standings.forEach((name, standing) -> states.put(name, standing.then(PackStatus::state)));
        this.policies = Policies.of(states, shared);
    }

    public static InForce of(Collection<PackStatus> standings) {
        SortedMap<String, Lazy<PackStatus>> byName = new TreeMap<>();
        Set<String> extended = new HashSet<>();
        standings.forEach(standing -> {
            byName.put(standing.name(), Lazy.of(standing));
            extended.addAll(standing.files().lineage().packs());
        });
        return new InForce(byName, extended, null);
    }

    /** What the files say, each pack read and checked when somebody first asks for it: one command needs one of many. */
    public static InForce whenAsked(FileTree rules, FileTree agents, Succession succession, Instant at) {
        SortedMap<String, Lazy<PackStatus>> byName = new TreeMap<>();
        PackNames names = PackNames.of(rules);
        for (String name : names.planning()) {
            byName.put(
                    name,
                    Lazy.by(() -> Allowance.apart(() -> succession.next(null, PackFiles.of(name, rules, agents), at))));
        }
        return new InForce(byName, names.shared(), null);
    }

    /** The same packs, each as it stands after a change; one that is yet to be read is changed when it is read. */
    public InForce changed(UnaryOperator<PackStatus> change) {
        SortedMap<String, Lazy<PackStatus>> byName = new TreeMap<>();
        standings.forEach((name, standing) -> byName.put(name, standing.then(change)));
        return new InForce(byName, shared, trouble);
    }

    /** These packs, but one stands otherwise. */
    public InForce with(PackStatus standing) {
        SortedMap<String, Lazy<PackStatus>> changed = new TreeMap<>(standings);
        changed.put(standing.name(), Lazy.of(standing));
        Set<String> extended = new HashSet<>(shared);
        extended.addAll(standing.files().lineage().packs());
        return new InForce(changed, extended, trouble);
    }

    /** These packs, but one is gone. */
    public InForce without(String pack) {
        SortedMap<String, Lazy<PackStatus>> rest = new TreeMap<>(standings);
        rest.remove(pack);
        return new InForce(rest, shared, trouble);
    }

    /** The same is served, and the files can be read. */
    public InForce withoutTrouble() {
        return trouble == null ? this : new InForce(standings, shared, null);
    }

    /** The same is served, although the files are out of reach for this reason. */
    public InForce withTrouble(Fault why) {
        return new InForce(standings, shared, why);
    }

    public Policies policies() {
        return policies;
    }

    public Set<String> names() {
        return standings.keySet();
    }

    public List<PackStatus> all() {
        return standings.values().stream().map(Lazy::get).toList();
    }

    public @Nullable PackStatus find(String pack) {
        Lazy<PackStatus> standing = standings.get(pack);
        return standing == null ? null : standing.get();
    }

    /** Why no file can be read at present, or null. */
    public @Nullable Fault trouble() {
        return trouble;
    }

    /** The files of the version that plans, of a pack that does. */
    public PackFiles filesOf(String pack) {
        PackStatus standing = Objects.requireNonNull(find(pack), pack);
        return Objects.requireNonNull(standing.served(), pack).files();
    }
}
