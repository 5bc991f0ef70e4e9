package dev.muster.cli.policy;

import dev.muster.app.json.Json;
import dev.muster.app.policies.VersionSummary;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.Count;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.policy.FileChanges;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster policy versions}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "versions",
        header = "List the versions of a pack that plans were made by, newest first, with the files that changed.",
        description = "* marks the version that plans now. A version is the hash of a pack's files; each is kept, so"
                + " that `muster plan --replay` and `muster policy rollback` have it.")
public final class PolicyVersionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<Services> services;

    @Parameters(paramLabel = "PACK", description = "The name of the pack.")
    private String pack = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyVersionsCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<VersionSummary> versions = services.get().policies().versions(pack);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(versions));
            case TEXT -> versions.forEach(version -> out.println(line(version)));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static String line(VersionSummary version) {
        FileChanges changes = version.changes();
        String gone = version.rulesGone().isEmpty()
                ? ""
                : "; rules gone: \"" + String.join("\", \"", version.rulesGone()) + "\"";
        return "%s %s  %s  %s%s"
                .formatted(
                        version.served() ? "*" : " ",
                        version.version(),
                        SECONDS.format(version.firstSeen()),
                        changes == null ? "first, " + Count.of(version.files(), "file") : changes,
                        gone);
    }
}
