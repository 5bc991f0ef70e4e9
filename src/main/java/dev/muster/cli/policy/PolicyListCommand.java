package dev.muster.cli.policy;

import dev.muster.app.json.Json;
import dev.muster.app.policies.PackSummary;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.source.Fault;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster policy list}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "list",
        header = "List the policy packs: which version plans, and why it is not that of the files where it is not.")
public final class PolicyListCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyListCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<PackSummary> packs = services.get().policies().policies();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(packs));
            case TEXT -> packs.forEach(pack -> text(pack, out));
        }
        out.flush();
        return ExitCode.DONE;
    }

    static void text(PackSummary pack, PrintWriter out) {
        String version = pack.version() == null ? "-" : pack.version();
        String title = pack.title() == null ? "" : "  " + pack.title();
        out.println("%s  %s  %s%s".formatted(pack.name(), version, Json.word(pack.state()), title));
        if (pack.rolledBack()) {
            out.println("  rolled back: planned by until the files (%s) change".formatted(pack.filesVersion()));
        }
        for (Fault fault : pack.faults()) {
            out.println("  " + fault);
        }
    }
}
