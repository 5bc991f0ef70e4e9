package dev.muster.cli.admin;

import dev.muster.app.access.AccessRole;
import dev.muster.app.access.ApiKey;
import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster keys list}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "list", header = "List the API keys, the oldest first, revoked ones too.")
public final class KeysListCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public KeysListCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** A key without anything that could let somebody in. */
    @RegisterForReflection
    record Line(
            String id,
            String name,
            List<String> roles,
            Instant createdAt,
            @Nullable Instant revokedAt) {
        static Line of(ApiKey key) {
            return new Line(
                    key.id(),
                    key.name(),
                    key.roles().stream().map(AccessRole::word).sorted().toList(),
                    key.createdAt(),
                    key.revokedAt());
        }

        String text() {
            return "%s  %-20s  %-30s  since %s%s"
                    .formatted(
                            id,
                            name,
                            String.join(" ", roles),
                            createdAt.truncatedTo(ChronoUnit.SECONDS),
                            revokedAt == null ? "" : ", revoked " + revokedAt.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Override
    public Integer call() {
        List<Line> keys = services.get().keys().list().stream().map(Line::of).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(keys));
            case TEXT -> keys.forEach(key -> out.println(key.text()));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
