package dev.muster.cli.run;

import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.StartedRun;
import dev.muster.cli.services.Services;
import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster resume}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "resume",
        header = "Go on with a run that was left, and watch it from its first event; one that ended gives its report.")
public final class ResumeCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "RUN", description = "The run's id, as `muster runs` lists it.")
    private String id = "";

    @Mixin
    private final FollowOptions follow = new FollowOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public ResumeCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** One that has ended is only shown. */
    private RunView resumed(Runs runs) {
        RunView run = runs.find(id);
        return run.run().status().ended() ? run : runs.resume(id);
    }

    @Override
    public Integer call() {
        Services open = services.get();
        open.checkMayCarryOn();
        return new RunWatch(spec.commandLine(), open, follow, false)
                .watch(() -> new StartedRun(resumed(open.runs()), null));
    }
}
