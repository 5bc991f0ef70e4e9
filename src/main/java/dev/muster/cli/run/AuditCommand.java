package dev.muster.cli.run;

import jakarta.enterprise.inject.Vetoed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster audit}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "audit", synopsisSubcommandLabel = "VERB", header = "Look at a run's record.")
public final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the record: verify.");
    }
}
