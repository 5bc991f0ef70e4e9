package dev.muster.cli.policy;

import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
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

/** {@code muster agents}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "agents", header = "List the agents that can be put to work, and when to use each.")
public final class AgentsCommand implements Callable<Integer> {
    private static final int MAX_WORDS_LENGTH = 100;

    private final Supplier<Services> services;

    @Option(names = "--pack", paramLabel = "PACK", description = "Only those of this policy pack.")
    private @Nullable String pack;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public AgentsCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<AgentSummary> agents = services.get().muster().agents(pack);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(agents));
            case TEXT -> text(agents, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void text(List<AgentSummary> agents, PrintWriter out) {
        int width =
                agents.stream().mapToInt(agent -> agent.name().length()).max().orElse(0);
        String before = "";
        for (AgentSummary agent : agents) {
            if (!agent.pack().equals(before)) {
                out.println((before.isEmpty() ? "" : "\n") + agent.pack());
                before = agent.pack();
            }
            out.println(("  %-" + width + "s  %s").formatted(agent.name(), words(agent.description())));
        }
    }

    private static String words(String description) {
        String line = description.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_WORDS_LENGTH
                ? line
                : line.substring(0, MAX_WORDS_LENGTH - 1).stripTrailing() + "…";
    }
}
