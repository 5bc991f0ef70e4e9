package dev.muster.app.settings;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Has the log written as JSON where that is wished. */
public final class LogSwitch implements ConfigSourceFactory {
    private static final int ABOVE_APPLICATION_PROPERTIES = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean json = "json".equalsIgnoreCase(context.getValue("muster.log").getValue());
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.log.console.json.enabled", Boolean.toString(json)),
                "how the log is written",
                ABOVE_APPLICATION_PROPERTIES));
    }
}
