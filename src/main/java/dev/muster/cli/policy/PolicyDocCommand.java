package dev.muster.cli.policy;

import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster policy doc}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "doc",
        header = "Write a policy pack as a Markdown document.",
        footerHeading = "%nExample:%n",
        footer = "  muster policy doc backend > policy.md")
public final class PolicyDocCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "PACK", arity = "0..1", description = "The policy pack (MUSTER_PACK; else backend).")
    private @Nullable String pack;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyDocCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(services.get().author().document(pack));
        out.flush();
        return ExitCode.DONE;
    }
}
