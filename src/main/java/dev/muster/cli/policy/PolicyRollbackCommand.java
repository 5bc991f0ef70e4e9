package dev.muster.cli.policy;

import dev.muster.app.policies.PackSummary;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster policy rollback}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "rollback",
        header = "Plan by an older version of a pack until its files change.",
        description = "Nothing is written to the files. The version of the files themselves ends a rollback. Plans made"
                + " with --no-store know of none.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster policy versions backend", "  muster policy rollback backend 5e5a75a5566c"})
public final class PolicyRollbackCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "PACK", description = "The name of the pack.")
    private String pack = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "As `muster policy versions` lists it.")
    private String version = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyRollbackCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PackSummary summary = services.get().policies().rollBack(pack, version);
        PrintWriter out = spec.commandLine().getOut();
        PolicyListCommand.text(summary, out);
        out.flush();
        return ExitCode.DONE;
    }
}
