package dev.muster.app.policies;

import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.policy.FileChanges;
import dev.muster.policy.Losses;
import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.policy.Policies;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of packs: each that was served is kept, can be read again, and can be served again. */
@ApplicationScoped
public class PolicyVersions {
    /** Of so many versions a list says which rules went, since all files of each have to be read for that. */
    private static final int TOLD = 20;

    private final PolicyStore store;
    private final InstantSource clock;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    PolicyVersions(PolicyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes sure that a version can be read again later. */
    public void keep(PackFiles files) {
        String key = files.name() + "@" + files.version();
        if (!kept.contains(key)) {
            Map<String, byte[]> contents = new TreeMap<>();
            files.contents().values().forEach(content -> contents.put(Sha256.of(content), content));
            store.keep(
                    files.name(),
                    files.version(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    files.hashes(),
                    contents);
            kept.add(key);
        }
    }

    /**
     * A version as it was kept, read anew.
     *
     * @throws Refusal where it is not kept, or cannot be read by this version of Muster
     */
    public Served read(String pack, String version) {
        SortedMap<String, byte[]> contents = store.files(pack, version);
        if (contents == null) {
            List<String> known =
                    store.versions(pack).stream().map(PolicyStore.Kept::version).toList();
            throw new Refusal(new PolicyReason.NoSuchVersion(pack, version, known));
        }
        PackFiles files = PackFiles.of(pack, contents);
        return switch (files.read()) {
            case PackState.Loaded loaded -> new Served(loaded.pack(), files, clock.instant());
            case PackState.Broken broken -> throw new Refusal(new PolicyReason.BrokenPolicy(pack, broken.faults()));
        };
    }

    /** The very version of the pack that made a plan. */
    public Pack packOf(Plan plan) {
        return read(plan.pack().name(), plan.pack().version()).pack();
    }

    /** The very versions of all packs that had a part in a plan. */
    public Policies policiesOf(Plan plan) {
        return Policies.of(plans(plan)
                .<PackState>map(part -> new PackState.Loaded(packOf(part)))
                .toList());
    }

    /** Makes sure that a plan can be made again later, with the parts that other packs made. */
    public void keepFor(Plan plan, InForce inForce) {
        plans(plan).forEach(part -> keep(inForce.filesOf(part.pack().name())));
    }

    private static Stream<Plan> plans(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.handedOver().stream().flatMap(other -> plans(other.plan())));
    }

    /** All versions of a pack, newest first. */
    public List<VersionSummary> list(String pack, @Nullable PackStatus standing) {
        List<PolicyStore.Kept> versions = store.versions(pack);
        List<VersionSummary> summaries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PolicyStore.Kept version = versions.get(i);
            FileChanges changes = i + 1 == versions.size()
                    ? null
                    : FileChanges.between(versions.get(i + 1).paths(), version.paths());
            summaries.add(new VersionSummary(
                    version.version(),
                    version.number(),
                    version.firstSeen(),
                    version.paths().size(),
                    changes,
                    changes == null || i >= TOLD ? List.of() : rulesGone(pack, versions.get(i + 1), version, changes),
                    standing != null && standing.serves(version.version()),
                    standing != null && standing.files().version().equals(version.version())));
        }
        return summaries;
    }

    private List<String> rulesGone(String pack, PolicyStore.Kept before, PolicyStore.Kept after, FileChanges changes) {
        boolean fewer = Stream.concat(changes.changed().stream(), changes.removed().stream())
                .anyMatch(path -> path.endsWith(".drl"));
        SortedMap<String, byte[]> earlier = fewer ? store.files(pack, before.version()) : null;
        SortedMap<String, byte[]> later = fewer ? store.files(pack, after.version()) : null;
        return earlier == null || later == null
                ? List.of()
                : Losses.between(PackFiles.of(pack, earlier), PackFiles.of(pack, later))
                        .ruleNames();
    }

    /** What follows from the rollbacks that are kept, each of which holds for the files that it was made over. */
    InForce withRollbacks(InForce inForce) {
        return inForce.changed(this::withRollback);
    }

    private PackStatus withRollback(PackStatus standing) {
        String version = store.rollback(standing.name(), standing.files().version());
        return version == null ? standing : standing.rolledBackTo(read(standing.name(), version));
    }

    /** Keeps, or ends, the wish to be served another version than that of the files. */
    void note(PackStatus standing) {
        Served served = standing.served();
        if (standing.rolledBack() && served != null) {
            store.rollBack(standing.name(), standing.files().version(), served.version(), clock.instant());
        } else {
            store.endRollback(standing.name());
        }
    }
}
