package dev.muster.app.config;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this process is a server. A command ends after what it does; a server watches, keeps versions and carries runs out. */
@ApplicationScoped
public class ServerMode {
    private final boolean on;

    /** @param on whether the framework listens, which {@code muster serve} alone has it do */
    public ServerMode(@ConfigProperty(name = "quarkus.http.host-enabled") boolean on) {
        this.on = on;
    }

    public boolean isOn() {
        return on;
    }
}
