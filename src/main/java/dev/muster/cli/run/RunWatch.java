package dev.muster.cli.run;

import dev.muster.app.access.AccessRole;
import dev.muster.app.json.Json;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.Signature;
import dev.muster.app.runs.StartedRun;
import dev.muster.cli.services.Services;
import dev.muster.cli.services.Speaker;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.Terminal;
import dev.muster.run.event.RunStatus;
import dev.muster.run.report.ReportMarkdown;
import dev.muster.run.report.RunReport;
import java.io.BufferedReader;
import java.io.Console;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What {@code muster run} and {@code muster resume} have in common: watch, ask, report, and say what is left. */
final class RunWatch {
    private final CommandLine commandLine;
    private final Services services;
    private final FollowOptions options;
    private final boolean starts;

    /** @param starts whether this process starts the run, rather than going on with it */
    RunWatch(CommandLine commandLine, Services services, FollowOptions options, boolean starts) {
        this.commandLine = commandLine;
        this.services = services;
        this.options = options;
        this.starts = starts;
    }

    /** Starts or resumes a run and watches it. */
    int watch(Supplier<StartedRun> begin) {
        PrintWriter err = commandLine.getErr();
        Runs runs = services.carryingOut();
        StartedRun started = begin.get();
        String runId = started.run().run().id();
        if (started.note() != null && !options.json()) {
            err.println(started.note());
            err.flush();
        }
        Speaker speaker = services.speaker(options.as());
        RunQuestions person = person(runs, speaker, started.run().run());
        RunDisplay display = display(person != null && !options.yes());
        AtomicBoolean watching = new AtomicBoolean(true);
        AtomicBoolean ending = new AtomicBoolean();
        Thread interrupted = new Thread(() -> {
            ending.set(true);
            if (watching.get()) {
                display.end();
                err.println(System.lineSeparator() + left(runId));
                err.flush();
            }
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        RunStatus status;
        try {
            status = new Following(runs, runId, options, speaker, display, person, err).follow();
        } catch (RuntimeException e) {
            if (ending.get()) {
                return ExitCode.DONE; // the store is closed already; what is left was said when the end began
            }
            throw e;
        }
        display.end();
        watching.set(false);
        return ended(runs, runId, status);
    }

    private int ended(Runs runs, String runId, RunStatus status) {
        if (!status.ended()) {
            PrintWriter err = commandLine.getErr();
            runs.inbox(runId, 100).forEach(entry -> AskLines.whole(entry).forEach(err::println));
            err.println(left(runId));
            err.flush();
            return ExitCode.DONE;
        }
        if (Terminal.isOne() && !options.json()) {
            commandLine.getErr().println(); // the report begins on a page of its own
            commandLine.getErr().flush();
        }
        PrintWriter out = commandLine.getOut();
        RunReport report = runs.report(runId);
        out.println(
                options.json() ? Json.line(report) : ReportMarkdown.of(report).stripTrailing());
        out.flush();
        return status == RunStatus.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String left(String runId) {
        URI server = services.server();
        return server == null
                ? "The run waits; `muster resume " + runId + "` goes on with it."
                : "The run goes on at " + server + "; `muster resume " + runId + "` watches it.";
    }

    private RunDisplay display(boolean asks) {
        return options.json()
                ? new JsonDisplay(commandLine.getOut())
                : new TextDisplay(commandLine.getErr(), Terminal.isOne(), asks);
    }

    private @Nullable RunQuestions person(Runs runs, Speaker speaker, RunSummary run) {
        Console console = System.console();
        if (console == null || !console.isTerminal() || options.json()) {
            return null;
        }
        Function<String, Signature> signing =
                starts ? speaker::typedByStarter : why -> speaker.signature(why, AccessRole.APPROVER, run);
        return new RunQuestions(runs, signing, new BufferedReader(console.reader()), commandLine.getErr());
    }
}
