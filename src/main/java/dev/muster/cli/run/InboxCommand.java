package dev.muster.cli.run;

import dev.muster.app.json.Json;
import dev.muster.app.runs.InboxEntry;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster inbox}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "inbox", header = "List what runs wait for people to say or do, longest waiting first.")
public final class InboxCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    private final Supplier<Services> services;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public InboxCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<InboxEntry> entries = services.get().runs().inbox(null, MOST);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(entries));
            case TEXT -> entries.forEach(entry -> AskLines.whole(entry).forEach(out::println));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
