package dev.muster.cli;

import dev.muster.app.RunView;
import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster cancel}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "cancel", header = "Cancel a run: programs at work are ended, and nothing more begins.")
final class CancelCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Option(names = "--why", paramLabel = "REASON", description = "For the record.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are, for the record (else the user's name).")
    private String as = System.getProperty("user.name", "");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    CancelCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        RunView view = services.get().runs().cancel(run, as, why);
        spec.commandLine()
                .getErr()
                .println("The run is " + (view.run().status().ended() ? "cancelled." : "being cancelled."));
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }
}
