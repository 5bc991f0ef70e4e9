package dev.muster.app;

import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Served;
import dev.muster.policy.live.Standing;
import dev.muster.policy.live.Succession;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes over what the files say now. A pack is read and checked before it takes the place of its predecessor, in one step; one
 * that cannot be used leaves the predecessor there.
 */
@ApplicationScoped
class PolicyReload {
    private final PolicyFiles files;
    private final PolicyHolder holder;
    private final Publication publication;
    private final ReloadLog log;
    private final InstantSource clock;
    private volatile boolean rollbacksTakenUp;

    PolicyReload(PolicyFiles files, PolicyHolder holder, Publication publication, ReloadLog log, InstantSource clock) {
        this.files = files;
        this.holder = holder;
        this.publication = publication;
        this.log = log;
        this.clock = clock;
    }

    /** What came of looking at the files. */
    enum Outcome {
        /** What they say is in force, or refused. */
        DONE,
        /** Somebody is writing: two readings differ. Nothing was done. */
        MOVING,
        /** A folder is gone, which may be one half of replacing it. What was in it stays, all else is done. */
        MISSING
    }

    /**
     * Reads the files and takes over what changed.
     *
     * @param drop whether that a folder is gone is final: a pack goes with it
     */
    synchronized Outcome reload(boolean drop) {
        try {
            SortedMap<String, PackFiles> read = files.read().packs();
            if (!versions(read).equals(versions(files.read().packs()))) {
                return Outcome.MOVING;
            }
            InForce before = holder.inForce();
            return read.isEmpty() && !before.all().isEmpty()
                    ? outOfReach("There is no pack in the rules folder any more.", drop)
                    : takeOver(before, read, drop);
        } catch (Refusal e) {
            return outOfReach(e.reason().found(), drop);
        }
    }

    private Outcome takeOver(InForce before, SortedMap<String, PackFiles> read, boolean drop) {
        SortedMap<String, PackFiles> now = new TreeMap<>(read);
        if (!drop) {
            before.all().forEach(standing -> now.putIfAbsent(standing.name(), standing.files()));
        }
        InForce next = new Succession(publication::casesBeforehand).next(before, now, clock.instant());
        if (!next.all().equals(before.all()) || before.trouble() != null) {
            publish(before, next);
        }
        return now.size() == read.size() ? Outcome.DONE : Outcome.MISSING;
    }

    /**
     * The policies in force, with what was rolled back in this data folder: a server had that from the beginning, a command
     * takes it up when it plans for the data folder.
     */
    InForce withRollbacks(PolicyVersions versions) {
        return publication.serves() || rollbacksTakenUp ? holder.inForce() : takeUpRollbacks(versions);
    }

    private synchronized InForce takeUpRollbacks(PolicyVersions versions) {
        if (!rollbacksTakenUp) {
            holder.publish(versions.withRollbacks(holder.inForce()));
            rollbacksTakenUp = true;
        }
        return holder.inForce();
    }

    /**
     * Serves another version than that of the files, until they change; their own version ends that.
     *
     * @throws Refusal where there is no such pack or version, or it cannot be read
     */
    synchronized void rollBack(String pack, String version, PolicyVersions versions) {
        InForce before = holder.inForce();
        Standing standing = before.find(pack);
        if (standing == null) {
            throw new Refusal(new Reason.NoSuchPack(pack, before.policies().names()));
        }
        Served served =
                standing.files().version().equals(version) ? served(standing.files()) : versions.read(pack, version);
        Standing next = standing.rolledBackTo(served);
        versions.note(next);
        publish(before, before.with(next));
    }

    private Served served(PackFiles filed) {
        return switch (filed.read()) {
            case PackState.Loaded loaded -> new Served(loaded.pack(), filed, clock.instant());
            case PackState.Broken broken -> throw new Refusal(new Reason.BrokenPolicy(filed.name(), broken.faults()));
        };
    }

    private void publish(InForce before, InForce next) {
        publication.keep(before, next);
        holder.publish(next);
        publication.announce(before, next);
    }

    /** What is served stays, and says why; where nothing is served yet, whoever asks for something is told. */
    private Outcome outOfReach(String found, boolean drop) {
        InForce before = holder.inForceOrNull();
        Fault why = new Fault(new Place(files.origin("rules"), 1, 1), found);
        if (drop && before != null && !why.equals(before.trouble())) {
            holder.publish(before.withTrouble(why));
            log.trouble(why);
        }
        return drop ? Outcome.DONE : Outcome.MISSING;
    }

    private static Map<String, String> versions(Map<String, PackFiles> packs) {
        return packs.values().stream().collect(Collectors.toMap(PackFiles::name, PackFiles::version));
    }
}
