package dev.muster.cli.policy;

import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.Count;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.policy.check.PackFinding;
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

/** {@code muster policy check}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "check",
        header = "Look through policy packs for what is wrong or most likely not meant.",
        description = "Each finding is path:LINE:COL: level: message [check]. Errors give exit code 3, warnings none.")
public final class PolicyCheckCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--pack", paramLabel = "PACK", description = "Only this policy pack.")
    private @Nullable String pack;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyCheckCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** What {@code --format json} says. */
    @RegisterForReflection
    record Report(long errors, long warnings, List<Row> findings) {}

    @RegisterForReflection
    record Row(PackFinding.Level level, String check, String about, String file, int line, int column, String message) {
        static Row of(PackFinding finding) {
            return new Row(
                    finding.level(),
                    finding.check(),
                    finding.about(),
                    finding.place().file(),
                    finding.place().line(),
                    finding.place().column(),
                    finding.message());
        }
    }

    @Override
    public Integer call() {
        List<PackFinding> findings = services.get().bench().check(pack);
        long errors = findings.stream()
                .filter(finding -> finding.level() == PackFinding.Level.ERROR)
                .count();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON ->
                out.println(Json.pretty(new Report(
                        errors,
                        findings.size() - errors,
                        findings.stream().map(Row::of).toList())));
            case TEXT -> text(findings, errors, out);
        }
        out.flush();
        return errors == 0 ? ExitCode.DONE : ExitCode.BROKEN_POLICY;
    }

    private static void text(List<PackFinding> findings, long errors, PrintWriter out) {
        for (PackFinding finding : findings) {
            out.println("%s: %s: %s [%s]"
                    .formatted(finding.place(), Json.word(finding.level()), finding.message(), finding.check()));
        }
        out.println(Count.of(errors, "error") + ", " + Count.of(findings.size() - errors, "warning"));
    }
}
