package dev.muster.api;

import dev.muster.store.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A database of its own in PostgreSQL for a test's program. */
public class PostgresData implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("muster.database", PostgresServer.newDatabase());
    }

    @Override
    public void stop() {} // the server ends with the build
}
