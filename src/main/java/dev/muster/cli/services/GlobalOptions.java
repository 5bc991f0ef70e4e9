package dev.muster.cli.services;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command, before or after the verb. A flag goes before its variable, which goes before the default. */
public final class GlobalOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Rules folder, one folder per pack (MUSTER_RULES; else ./rules if it holds a pack, else"
                    + " the copy inside).")
    private @Nullable Path rules;

    @Option(
            names = "--agents",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Agents folder: one folder per pack, or the chosen pack's agent files (MUSTER_AGENTS;"
                    + " else agents beside the rules, else the copy inside).")
    private @Nullable Path agents;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where plans are kept (MUSTER_DATA; else ~/.local/share/muster).")
    private @Nullable Path data;

    @Option(
            names = "--operator",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "How agents are called and what may be started (MUSTER_OPERATOR; else operator.yaml in the data"
                            + " folder).")
    private @Nullable Path operator;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            scope = ScopeType.INHERIT,
            description =
                    "Address that serve listens on (MUSTER_HOST; else 127.0.0.1, for this machine's users alone).")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Port that serve listens on (MUSTER_PORT; else 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Ask this running server instead (MUSTER_URL).")
    private @Nullable URI server;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say on standard error what happens.")
    private boolean verbose;

    /** The options as the configuration knows them. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        put(properties, "muster.rules", rules);
        put(properties, "muster.agents", agents);
        put(properties, "muster.data", data);
        put(properties, "muster.operator", operator);
        put(properties, "muster.host", host);
        put(properties, "muster.port", port);
        put(properties, "muster.url", server);
        put(properties, "quarkus.log.level", verbose ? "INFO" : null);
        return properties;
    }

    private static void put(Map<String, String> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }
}
