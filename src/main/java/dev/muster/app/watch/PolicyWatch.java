package dev.muster.app.watch;

import dev.muster.app.policies.PolicyFiles;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.app.policies.PolicyReload;
import dev.muster.app.policies.PolicyReload.Outcome;
import dev.muster.app.policies.PolicyReload.Reading;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.PackFiles;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Trust;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the folders of rules and agents. A pack's change is taken over once its files have been at rest for a moment, so
 * that many files saved at once are one change and half a file is none. Each pack has a thread of its own for that, so none waits
 * for another.
 */
@ApplicationScoped
public class PolicyWatch {
    /** Longer than an editor, a copy or a checkout pauses between two files; shorter than a person notices. */
    public static final Duration REST = Duration.ofMillis(40);

    /** Who writes without a pause is not waited for longer than this. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What is gone, be it a folder, a file or a rule, may be about to be written again. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Mounts tell of nothing, so they are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

    private final PolicyReload reload;
    private final PolicyHolder holder;
    private final InstantSource clock;
    private final Executor taking;
    private final List<Path> folders;
    private final Unsettled unsettled = new Unsettled();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Map<String, Outcome> ended = new ConcurrentHashMap<>();
    private @Nullable PackStamps seen;
    private volatile @Nullable Thread thread;

    @Inject
    public PolicyWatch(PolicyReload reload, PolicyHolder holder, PolicyFiles files, InstantSource clock) {
        this(
                reload,
                holder,
                files,
                clock,
                task -> Thread.ofPlatform()
                        .daemon()
                        .name("muster-policy-reload")
                        .start(task));
    }

    /**
     * A watch that takes changes over as the test wants it.
     *
     * @param taking carries out what one pack needs
     */
    public PolicyWatch(
            PolicyReload reload, PolicyHolder holder, PolicyFiles files, InstantSource clock, Executor taking) {
        this.reload = reload;
        this.holder = holder;
        this.clock = clock;
        this.taking = taking;
        this.folders = files.folders();
    }

    /** Watches until the program ends; files inside the program need nobody who does. */
    public void start() {
        if (!folders.isEmpty()) {
            // Known before it runs: it watches for as long as it is.
            Thread watching =
                    Thread.ofPlatform().daemon().name("muster-policy-watch").unstarted(this::watch);
            thread = watching;
            watching.start();
        }
    }

    @PreDestroy
    void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    private void watch() {
        try (FolderEvents events = new FolderEvents()) {
            boolean told = false;
            while (thread != null) {
                Duration wait = look(told, events);
                if (wait.compareTo(LOOK) < 0) {
                    Thread.sleep(wait); // however often the system tells of the same
                    told = events.await(Duration.ZERO);
                } else {
                    told = events.await(wait);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The policies are watched no more.");
        }
    }

    /** Whatever happens in one look, also an error of the Java machine, there is another. */
    private Duration look(boolean told, FolderEvents events) {
        try {
            FolderStamp stamp = FolderStamp.of(folders);
            events.listen(stamp.folders());
            return look(told, stamp);
        } catch (RuntimeException | Error e) {
            LOG.error("Looking after the policies failed; the next look comes in a second.", e);
            return LOOK;
        }
    }

    /**
     * One look.
     *
     * @param told whether the system told of a change, which may be too quick after another to be seen
     * @return how long to wait until the next
     */
    public Duration look(boolean told, FolderStamp stamp) {
        Instant now = clock.instant();
        PackStamps stamps = PackStamps.of(stamp, folders);
        Set<String> changed = seen == null ? stamps.names() : seen.differing(stamps);
        seen = stamps;
        changed.forEach(name -> unsettled.change(name, now));
        if (told && changed.isEmpty() && unsettled.isEmpty()) {
            unsettled.change(PackStamps.ALL, now);
        }
        settle(now);
        if (unsettled.isAnyRipe(atWork, now)) {
            takeOver(now);
            settle(now);
        }
        return unsettled.isEmpty() && atWork.isEmpty() ? LOOK : REST;
    }

    /** What has come of those packs that were at work. */
    private void settle(Instant now) {
        ended.forEach((pack, outcome) -> {
            ended.remove(pack);
            unsettled.ended(pack, outcome, now);
            atWork.remove(pack);
        });
    }

    private void takeOver(Instant now) {
        Reading reading;
        try {
            reading = reload.read();
        } catch (Refusal e) {
            outOfReach(e, now);
            return;
        }
        reload.inReach();
        InForce inForce = holder.inForce();
        Set<String> packs = new TreeSet<>(reading.packs().keySet());
        packs.addAll(inForce.names());
        for (String pack : packs) {
            PackFiles files = reading.packs().get(pack);
            Trust trust = unsettled.trust(
                    pack, files == null ? List.of() : files.lineage().packs(), now);
            if (trust != null && atWork.add(pack)) {
                unsettled.begun(pack);
                take(reading, pack, inForce.find(pack), trust);
            }
        }
        unsettled.tried(packs, now);
    }

    private void take(Reading reading, String pack, @Nullable PackStatus before, Trust trust) {
        if (reading.isUnchanged(before)) {
            ended.put(pack, Outcome.DONE);
            return;
        }
        try {
            taking.execute(() -> ended.put(pack, taken(reading, pack, trust)));
        } catch (RuntimeException | Error e) {
            atWork.remove(pack); // no thread to be had: the pack is still to be taken over
            throw e;
        }
    }

    private Outcome taken(Reading reading, String pack, Trust trust) {
        try {
            return reload.take(reading, pack, trust);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A change of %s could not be taken over; it is tried again.", pack);
            return Outcome.FAILED;
        }
    }

    /** A folder that is gone may be about to be replaced too. */
    private void outOfReach(Refusal refusal, Instant now) {
        if (unsettled.doubtAll(now)) {
            reload.outOfReach(refusal);
        }
    }
}
