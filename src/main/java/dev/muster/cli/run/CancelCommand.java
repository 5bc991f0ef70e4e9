package dev.muster.cli.run;

import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster cancel}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "cancel", header = "Cancel a run: programs at work are ended, and nothing more begins.")
public final class CancelCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Option(names = "--why", paramLabel = "REASON", description = "For the record.")
    private String why = "";

    @Mixin
    private final AsOption as = new AsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public CancelCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Services open = services.get();
        Runs runs = open.carryingOut();
        RunView view = runs.cancel(run, open.speaker(as.name()).name(), why);
        if (open.server() == null && !view.run().status().ended()) {
            // Nobody else is there to end it.
            view = ended(runs);
        }
        spec.commandLine()
                .getErr()
                .println("The run is " + (view.run().status().ended() ? "cancelled." : "being cancelled."));
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }

    private RunView ended(Runs runs) {
        RunView view = runs.resume(run);
        for (int turn = 0; turn < 20 && !view.run().status().ended(); turn++) {
            runs.events(run, view.run().events(), 1, Duration.ofMillis(500));
            view = runs.find(run);
        }
        return view;
    }
}
