package dev.muster.store;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Switches the connections to PostgreSQL on where the configuration names one: what is built serves both databases. */
public final class DatabaseSwitch implements ConfigSourceFactory {
    private static final int ABOVE_APPLICATION_PROPERTIES = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String value = context.getValue("muster.database").getValue();
        boolean on = value != null && new DatabaseUrl(value).isPostgresql();
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.datasource.postgresql.active", Boolean.toString(on)),
                "where the database is",
                ABOVE_APPLICATION_PROPERTIES));
    }
}
