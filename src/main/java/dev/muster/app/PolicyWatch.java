package dev.muster.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the folders of rules and agents. A change is taken over once they have been at rest for a moment, so that many
 * files saved at once are one change and half a file is none.
 */
@ApplicationScoped
class PolicyWatch {
    /** Longer than an editor, a copy or a checkout pauses between two files; shorter than a person notices. */
    static final Duration REST = Duration.ofMillis(40);

    /** Who writes without a pause is not waited for longer than this. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A pack's folder that is gone may be about to be replaced. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Mounts tell of nothing, so they are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

    private final PolicyReload reload;
    private final InstantSource clock;
    private final List<Path> folders;
    private final Debounce debounce = new Debounce();
    private @Nullable FolderStamp seen;
    private boolean missing;
    private volatile @Nullable Thread thread;

    PolicyWatch(PolicyReload reload, PolicyFiles files, InstantSource clock) {
        this.reload = reload;
        this.clock = clock;
        this.folders = files.folders();
    }

    /** Watches until the program ends; files inside the program need nobody who does. */
    void start() {
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
                if (debounce.isPending()) {
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

    private Duration look(boolean told, FolderEvents events) {
        try {
            FolderStamp stamp = FolderStamp.of(folders);
            events.listen(stamp.folders());
            return look(told, stamp);
        } catch (RuntimeException | StackOverflowError e) {
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
    Duration look(boolean told, FolderStamp stamp) {
        Instant now = clock.instant();
        if (seen == null || !seen.isSameAs(stamp) || told && !debounce.isPending()) {
            seen = stamp;
            missing = false;
            debounce.change(now);
        }
        if (!debounce.isPending()) {
            return LOOK;
        }
        if (missing) {
            return await(GRACE, now);
        }
        return debounce.quiet(now).compareTo(REST) < 0 && debounce.waiting(now).compareTo(PATIENCE) < 0
                ? REST
                : takeOver(now);
    }

    private Duration takeOver(Instant now) {
        switch (reload.reload(false)) {
            case DONE -> debounce.done();
            case MOVING -> debounce.change(now);
            case MISSING -> missing = true;
        }
        return debounce.isPending() ? REST : LOOK;
    }

    private Duration await(Duration grace, Instant now) {
        if (debounce.quiet(now).compareTo(grace) < 0) {
            return REST;
        }
        if (reload.reload(true) != PolicyReload.Outcome.MOVING) {
            missing = false;
            debounce.done();
        }
        return LOOK;
    }
}
