package dev.muster.app.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the operating system tells of changes in folders. It may tell of nothing at all, so somebody has to look too. */
final class FolderEvents implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FolderEvents.class);

    private final @Nullable WatchService service;

    FolderEvents() {
        service = open();
    }

    /** Systems limit how many of these there are. */
    private static @Nullable WatchService open() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warnf("The system does not tell of changes of rules and agents: %s", e.getMessage());
            return null;
        }
    }

    /** Listens in these folders too. One that is listened in already stays so; one that replaced another is new. */
    void listen(List<Path> folders) {
        for (Path folder : folders) {
            try {
                if (service != null) {
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            } catch (IOException e) {
                LOG.debugf("The system does not tell of changes in %s: %s", folder, e.getMessage());
            }
        }
    }

    /**
     * Waits until the system tells of a change, but not for longer than that.
     *
     * @return whether it did
     */
    boolean await(Duration atMost) throws InterruptedException {
        if (service == null) {
            Thread.sleep(atMost);
            return false;
        }
        WatchKey key = service.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        boolean told = key != null;
        for (; key != null; key = service.poll()) {
            key.pollEvents();
            key.reset();
        }
        return told;
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.debug("The system was not told to tell no more.", e);
        }
    }
}
