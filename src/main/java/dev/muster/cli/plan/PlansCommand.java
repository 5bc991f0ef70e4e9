package dev.muster.cli.plan;

import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.run.event.Printable;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster plans}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "plans", header = "List the plans that were made, newest first.")
public final class PlansCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<Services> services;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default 50, at most 200).")
    private int limit = 50;

    @Option(names = "--before", paramLabel = "ID", description = "Only those older than this plan.")
    private @Nullable String before;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PlansCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<PlanSummary> plans = services.get().muster().plans(Math.clamp(limit, 1, 200), before);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(plans));
            case TEXT -> plans.forEach(plan -> out.println(line(plan)));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static String line(PlanSummary plan) {
        String ref = plan.ref() == null ? "" : "[" + plan.ref() + "] ";
        return "%s  %s  %-13s  %s  %s%s"
                .formatted(
                        plan.id(),
                        MINUTES.format(plan.createdAt()),
                        Json.word(plan.status()),
                        plan.pack(),
                        ref,
                        Printable.line(plan.title()));
    }
}
