package dev.muster.cli.run;

import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.run.report.ReportMarkdown;
import dev.muster.run.report.RunReport;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster report}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "report",
        header = "Tell what came of a run so far: what was built, verified, decided, and is still to be done.")
public final class ReportCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "RUN", description = "The run's id, as `muster runs` lists it.")
    private String run = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "md (default) or json.")
    private ReportFormat format = ReportFormat.MD;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public ReportCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** How a report is written. */
    enum ReportFormat {
        MD,
        JSON
    }

    @Override
    public Integer call() {
        RunReport report = services.get().runs().report(run);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                switch (format) {
                    case MD -> ReportMarkdown.of(report).stripTrailing();
                    case JSON -> Json.pretty(report);
                });
        out.flush();
        return ExitCode.DONE;
    }
}
