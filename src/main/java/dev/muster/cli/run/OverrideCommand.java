package dev.muster.cli.run;

import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.cli.services.Services;
import dev.muster.cli.services.Speaker;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster override}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "override",
        header = "Want a review of a run overridden; a soft one is, once somebody else agrees, and a hard one never.")
public final class OverrideCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "The step whose review it is.")
    private String step = "";

    @Parameters(index = "2", paramLabel = "GATE", description = "The kind of the review, such as code.")
    private String gate = "";

    @Option(names = "--why", paramLabel = "REASON", required = true, description = "For the record.")
    private String why = "";

    @Mixin
    private final AsOption as = new AsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public OverrideCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Services open = services.get();
        Speaker speaker = open.speaker(as.name());
        Runs runs = open.runs();
        RunView view = runs.override(
                run,
                step,
                gate,
                speaker.signature(why, AccessRole.SUBMITTER, runs.find(run).run()));
        view.waitingFor().stream()
                .filter(entry -> entry.kind().equals("override"))
                .forEach(entry -> spec.commandLine()
                        .getErr()
                        .println("Somebody else has to agree:%n    %s"
                                .formatted(String.join(System.lineSeparator() + "    ", AskLines.commands(entry)))));
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }
}
