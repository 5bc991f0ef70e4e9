package dev.muster.cli.run;

import dev.muster.app.json.Json;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster runs}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(name = "runs", header = "List the runs, newest first; or show where one of them is.")
public final class RunsCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<Services> services;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "Show this run: its phases, steps, and what it waits for.")
    private @Nullable String id;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default 50, at most 200).")
    private int limit = 50;

    @Option(names = "--before", paramLabel = "ID", description = "Only those older than this run.")
    private @Nullable String before;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public RunsCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Runs runs = services.get().runs();
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            list(runs.list(Math.clamp(limit, 1, 200), before), out);
        } else {
            show(runs.find(id), out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private void list(List<RunSummary> runs, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(Json.pretty(runs));
            case TEXT -> runs.forEach(run -> out.println(line(run)));
        }
    }

    private void show(RunView view, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(Json.pretty(view));
            case TEXT -> text(view, out);
        }
    }

    private static String line(RunSummary run) {
        return "%s  %s  %-9s  %-9s  %s  %s"
                .formatted(
                        run.id(),
                        MINUTES.format(run.createdAt()),
                        status(run),
                        Json.word(run.mode()),
                        run.pack(),
                        Printable.line(run.title()));
    }

    private static String status(RunSummary run) {
        return run.left() ? "left" : Json.word(run.status());
    }

    private static void text(RunView view, PrintWriter out) {
        out.println(line(view.run()));
        if (view.run().left()) {
            out.println("No process carries it out now. Go on with: muster resume "
                    + view.run().id());
        }
        for (RunView.PhaseView phase : view.phases()) {
            out.println((phase.within() == null ? "" : "  ") + RunDisplay.standing(phase));
            phase.steps()
                    .forEach(step -> out.println("    %-11s  %s  %s%s"
                            .formatted(
                                    step.status(),
                                    step.step(),
                                    step.agent(),
                                    step.round() > 1 ? "  (round " + step.round() + ")" : "")));
        }
        view.waitingFor().forEach(entry -> AskLines.whole(entry).forEach(out::println));
    }
}
