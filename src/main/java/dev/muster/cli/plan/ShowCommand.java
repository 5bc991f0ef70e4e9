package dev.muster.cli.plan;

import dev.muster.app.planning.PlanFormat;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster show}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "show", header = "Show a plan that was made before.")
public final class ShowCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "ID", description = "The plan's id, as `muster plans` lists it.")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "md (default), json or mermaid.")
    private PlanFormat format = PlanFormat.MD;

    @Option(names = "--why", description = "Give the reason for every line of the Markdown.")
    private boolean why;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public ShowCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.render(services.get().muster().find(id), why));
        out.flush();
        return ExitCode.DONE;
    }
}
