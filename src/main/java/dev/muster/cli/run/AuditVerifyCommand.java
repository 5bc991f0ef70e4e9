package dev.muster.cli.run;

import dev.muster.app.json.Json;
import dev.muster.app.runs.RunAudit;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster audit verify}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "verify",
        header = "Verify that a run's record is what was written: exit code 1 where something was changed.",
        description = "Each event has the hash of the one before, so a change, a gap or another order is found.")
public final class AuditVerifyCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Option(
            names = "--kept",
            paramLabel = "HASH",
            description =
                    "The hash of one of its events that you kept elsewhere: finds a record that was rewritten whole.")
    private @Nullable String kept;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public AuditVerifyCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        RunAudit audit = services.get().runs().audit(run, kept);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(audit));
            case TEXT -> {
                audit.faults().forEach(fault -> out.println("event " + fault.seq() + ": " + fault.text()));
                out.println(
                        audit.sound()
                                ? "The record is sound: " + audit.events() + " events, each continuing the one before."
                                        + " The last one's hash is " + audit.lastHash() + "."
                                : "The record was changed.");
            }
        }
        out.flush();
        return audit.sound() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
