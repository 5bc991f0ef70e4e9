package dev.muster.app;

import dev.muster.app.access.Access;
import dev.muster.app.config.DataFolder;
import dev.muster.app.config.ServerLock;
import dev.muster.app.config.ServerMode;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.policies.PolicyFiles;
import dev.muster.app.runs.LocalRuns;
import dev.muster.app.watch.PolicyWatch;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** What belongs to being a server: the data folder is taken before anybody can ask, and then says where to ask. */
@ApplicationScoped
public class Serving {
    private final ServerLock lock;
    private final PlanStore store;
    private final LocalRuns runs;
    private final PolicyFiles files;
    private final DataFolder folder;
    private final HttpServer http;
    private final PolicyWatch watch;
    private final Access access;
    private final boolean serves;

    Serving(
            ServerLock lock,
            PlanStore store,
            LocalRuns runs,
            PolicyFiles files,
            DataFolder folder,
            HttpServer http,
            PolicyWatch watch,
            Access access,
            ServerMode mode) {
        this.lock = lock;
        this.store = store;
        this.runs = runs;
        this.files = files;
        this.folder = folder;
        this.http = http;
        this.watch = watch;
        this.access = access;
        this.serves = mode.isOn();
    }

    void beforeListening(@Observes StartupEvent event) {
        if (serves) {
            lock.take();
            store.open();
            access.checkStart();
            files.begin();
            runs.serve();
            watch.start();
        }
    }

    /** Once it listens: lets others know, and says so in words for the log. */
    public String announce() {
        URI address = http.getLocalBaseUri();
        lock.listening(address);
        return "Muster listens on %s (rules: %s, agents: %s, data: %s)."
                .formatted(address, files.origin("rules"), files.origin("agents"), folder.path());
    }
}
