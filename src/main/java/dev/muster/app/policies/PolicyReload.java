package dev.muster.app.policies;

import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import dev.muster.policy.live.Succession;
import dev.muster.policy.live.Trust;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what the files say now, each pack for itself: one that takes long to read, or cannot be read, holds no other up. A
 * pack is read and checked before it takes the place of its predecessor, in one step; one that cannot be used leaves the
 * predecessor there.
 */
@ApplicationScoped
public class PolicyReload {
    private final PolicyFiles files;
    private final PolicyHolder holder;
    private final Publication publication;
    private final ReloadLog log;
    private final InstantSource clock;
    private final AtomicLong readings = new AtomicLong();
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** Held while one state takes the place of another, never while a pack is read. */
    private final Lock publishing = new ReentrantLock();

    private volatile boolean rollbacksTakenUp;

    PolicyReload(PolicyFiles files, PolicyHolder holder, Publication publication, ReloadLog log, InstantSource clock) {
        this.files = files;
        this.holder = holder;
        this.publication = publication;
        this.log = log;
        this.clock = clock;
    }

    /** What came of looking at a pack's files. */
    public enum Outcome {
        /** What they say is in force, or refused. */
        DONE,
        /** Somebody is writing: two readings differ. Nothing was done. */
        MOVING,
        /** Something is missing in them, which may be one half of replacing it. Nothing was done. */
        DOUBTED,
        /** It could not be put in force, as where the store is full. Nothing was done, and it is tried again. */
        FAILED
    }

    /** Whose turn it is to change a pack, and which reading of the files it was changed by last. */
    private static final class Turn {
        private final Lock lock = new ReentrantLock();
        private long reading;
    }

    /**
     * All files as two readings, one right after the other, found them.
     *
     * @param number counts readings: what an earlier one found does not replace what a later one did
     * @param moving packs that somebody is writing
     */
    public record Reading(long number, SortedMap<String, PackFiles> packs, Set<String> moving) {
        /** Whether a pack's files are as they were when they were last taken over. */
        public boolean isUnchanged(@Nullable PackStatus standing) {
            return standing != null
                    && !moving.contains(standing.name())
                    && isSame(standing.files(), packs.get(standing.name()));
        }
    }

    /**
     * Reads the files of all packs.
     *
     * @throws Refusal where there are none, so that nothing can be said of any pack
     */
    public Reading read() {
        long number = readings.incrementAndGet();
        SortedMap<String, PackFiles> first = files.read().packs();
        SortedMap<String, PackFiles> packs = files.read().packs();
        if (packs.isEmpty() && !holder.inForce().names().isEmpty()) {
            throw new Refusal(new PolicyReason.UnreadableFolder(
                    files.origin("rules"), "There is no pack in the rules folder any more."));
        }
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(packs.keySet());
        names.removeIf(name -> isSame(first.get(name), packs.get(name)));
        return new Reading(number, packs, names);
    }

    private static boolean isSame(@Nullable PackFiles one, @Nullable PackFiles other) {
        return one != null && other != null && one.version().equals(other.version());
    }

    /** Takes over what a reading found of one pack; waits for whoever is at that pack now. */
    public Outcome take(Reading reading, String pack, Trust trust) {
        if (reading.moving().contains(pack)) {
            return Outcome.MOVING;
        }
        Turn turn = turn(pack);
        turn.lock.lock();
        try {
            if (turn.reading > reading.number()) {
                return Outcome.DONE;
            }
            turn.reading = reading.number();
            return takeOver(pack, reading.packs().get(pack), trust);
        } finally {
            turn.lock.unlock();
        }
    }

    private Turn turn(String pack) {
        return turns.computeIfAbsent(pack, _ -> new Turn());
    }

    private Outcome takeOver(String pack, @Nullable PackFiles now, Trust trust) {
        PackStatus before = holder.inForce().find(pack);
        if (now == null) {
            return before == null ? Outcome.DONE : gone(pack, trust);
        }
        PackStatus next = new Succession(publication::casesBeforehand).next(before, now, trust, clock.instant());
        if (next != before) {
            publish(inForce -> inForce.with(next));
        }
        return next.files().version().equals(now.version()) ? Outcome.DONE : Outcome.DOUBTED;
    }

    private Outcome gone(String pack, Trust trust) {
        if (trust == Trust.WHAT_IS_THERE) {
            return Outcome.DOUBTED;
        }
        publish(inForce -> inForce.without(pack));
        return Outcome.DONE;
    }

    /** The files can be read, so whatever was said against that holds no more. */
    public void inReach() {
        if (holder.inForce().trouble() != null) {
            publish(InForce::withoutTrouble);
        }
    }

    /** What is served stays, and says why; where nothing is served yet, whoever asks for something is told. */
    public void outOfReach(Refusal refusal) {
        InForce before = holder.inForceOrNull();
        Fault why = new Fault(
                new Place(files.origin("rules"), 1, 1), refusal.reason().found());
        if (before != null && !why.equals(before.trouble())) {
            publishing.lock();
            try {
                holder.publish(holder.inForce().withTrouble(why));
            } finally {
                publishing.unlock();
            }
            log.trouble(why);
        }
    }

    /**
     * The policies in force, with what was rolled back in this data folder: a server had that from the beginning, a command
     * takes it up when it plans for the data folder.
     */
    public InForce withRollbacks(PolicyVersions versions) {
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
    public void rollBack(String pack, String version, PolicyVersions versions) {
        Turn turn = turn(pack);
        turn.lock.lock();
        try {
            InForce before = holder.inForce();
            PackStatus standing = before.find(pack);
            if (standing == null) {
                throw new Refusal(MissingPack.toLookAt(pack, before.policies()));
            }
            Served served = standing.files().version().equals(version)
                    ? served(standing.files())
                    : versions.read(pack, version);
            PackStatus next = standing.rolledBackTo(served);
            versions.note(next);
            publish(inForce -> inForce.with(next));
        } finally {
            turn.lock.unlock();
        }
    }

    private Served served(PackFiles filed) {
        return switch (filed.read()) {
            case PackState.Loaded loaded -> new Served(loaded.pack(), filed, clock.instant());
            case PackState.Broken broken ->
                throw new Refusal(new PolicyReason.BrokenPolicy(filed.name(), broken.faults()));
        };
    }

    private void publish(UnaryOperator<InForce> change) {
        publishing.lock();
        try {
            InForce before = holder.inForce();
            InForce next = change.apply(before);
            publication.keep(before, next);
            holder.publish(next);
            publication.announce(before, next);
        } finally {
            publishing.unlock();
        }
    }
}
