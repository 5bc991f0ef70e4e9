package dev.muster.cli.admin;

import dev.muster.app.access.ApiKey;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster keys revoke}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "revoke", header = "End an API key at once; its name stays on record and can be given to a new one.")
public final class KeysRevokeCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "NAME", description = "The key's name or id, as `muster keys list` shows it.")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public KeysRevokeCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        services.get().checkMayKeepKeys("revoking a key");
        ApiKey key = services.get().keys().revoke(name);
        spec.commandLine().getOut().println("Revoked: " + key.id() + " of " + key.name() + ".");
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
