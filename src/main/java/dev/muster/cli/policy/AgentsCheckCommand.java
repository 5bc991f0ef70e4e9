package dev.muster.cli.policy;

import dev.muster.agent.Diagnostic;
import dev.muster.agent.Diagnostic.Severity;
import dev.muster.app.authoring.AgentBench;
import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.Count;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster agents check}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "check",
        header =
                "Look through agent files: what was read leniently, names that clash, tools and models that are not known.",
        description =
                "Each finding is path:LINE:COL: level: message [check]. Errors give exit code 3, anything else none.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster agents check", "  muster agents check --agents .claude/agents"})
public final class AgentsCheckCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--pack", paramLabel = "PACK", description = "Only those of this policy pack.")
    private @Nullable String pack;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public AgentsCheckCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** What {@code --format json} says about a finding. */
    @RegisterForReflection
    record Row(Severity level, String check, String file, int line, int column, String message) {
        static Row of(Diagnostic found) {
            return new Row(
                    found.severity(),
                    found.check(),
                    found.place().file(),
                    found.place().line(),
                    found.place().column(),
                    found.message());
        }
    }

    /** What {@code --format json} says. */
    @RegisterForReflection
    record Report(int agents, List<Row> findings) {}

    @Override
    public Integer call() {
        AgentBench.Report report = services.get().agentBench().check(pack);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON ->
                out.println(Json.pretty(new Report(
                        report.agents(),
                        report.diagnostics().stream().map(Row::of).toList())));
            case TEXT -> text(report, out);
        }
        out.flush();
        return count(report, Severity.ERROR) == 0 ? ExitCode.DONE : ExitCode.BROKEN_POLICY;
    }

    private static void text(AgentBench.Report report, PrintWriter out) {
        report.diagnostics().forEach(found -> out.println(found + " [" + found.check() + "]"));
        out.println(String.join(
                ", ",
                Count.of(report.agents(), "agent"),
                Count.of(count(report, Severity.ERROR), "error"),
                Count.of(count(report, Severity.WARNING), "warning"),
                Count.of(count(report, Severity.INFO), "note")));
    }

    private static long count(AgentBench.Report report, Severity severity) {
        return report.diagnostics().stream()
                .filter(found -> found.severity() == severity)
                .count();
    }
}
