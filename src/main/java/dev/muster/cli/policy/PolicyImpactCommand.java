package dev.muster.cli.policy;

import dev.muster.app.Muster;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.cli.terminal.Progress;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.policy.impact.Impact;
import dev.muster.policy.impact.Impact.PlanChange;
import dev.muster.policy.impact.ImpactText;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster policy impact}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "impact",
        header = "Plan tasks on two states of the policy and show what changes, lost reviews first.",
        description =
                "A hard review that is lost or held less strictly, or a plan that can no longer be made, gives exit"
                        + " code 1.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster policy impact --against main --tasks tasks.jsonl",
            "  muster policy impact --against ../old/rules --last 200 --details"
        })
public final class PolicyImpactCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(
            names = "--against",
            required = true,
            paramLabel = "STATE",
            description = "What to hold the present policy against: a folder with rules, a version of the pack, or a"
                    + " commit, branch or tag.")
    private String against = "";

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Tasks tasks;

    @Option(names = "--pack", paramLabel = "PACK", description = "Policy pack (MUSTER_PACK; else backend).")
    private @Nullable String pack;

    @Option(names = "--task", paramLabel = "ID", description = "Show how the plan of this task changes.")
    private @Nullable String task;

    @Option(names = "--details", description = "Show how each plan changes.")
    private boolean details;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Which tasks are planned. */
    static final class Tasks {
        @Option(
                names = "--tasks",
                paramLabel = "FILE",
                description = "Tasks, a JSON object with id, title and text a line; - reads standard input.")
        private @Nullable Path file;

        @Option(names = "--last", paramLabel = "N", description = "The tasks of the last N plans that were kept.")
        private int last;
    }

    public PolicyImpactCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<PlannedTask> all = tasks.file == null ? lastTasks() : new TaskLines(spec.commandLine(), tasks.file).read();
        Progress progress = new Progress(spec.commandLine().getErr(), "tasks planned");
        Impact impact = services.get().impact().impact(against, pack, all, done -> progress.done(done, all.size()));
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(task == null ? impact : change(impact, task)));
            case TEXT -> out.print(text(impact));
        }
        out.flush();
        return impact.isAlarming() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private String text(Impact impact) {
        if (task != null) {
            return ImpactText.details(List.of(change(impact, task))).stripLeading();
        }
        return ImpactText.of(impact) + (details ? ImpactText.details(impact.changes()) : "");
    }

    private PlanChange change(Impact impact, String ref) {
        return impact.changes().stream()
                .filter(change -> change.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "The plan of the task \"" + ref + "\" does not change, or there is no such task."));
    }

    private List<PlannedTask> lastTasks() {
        if (tasks.last < 1) {
            throw new ParameterException(spec.commandLine(), "--last takes a number from 1 on.");
        }
        Muster muster = services.get().muster();
        List<PlannedTask> found = muster.plans(tasks.last, null).stream()
                .map(PlanSummary::id)
                .map(id -> named(id, muster.find(id).task()))
                .toList();
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No plan was kept yet: give tasks with --tasks FILE.");
        }
        return found;
    }

    /** A task without a reference of its own goes by its plan. */
    private static PlannedTask named(String id, PlannedTask task) {
        return new PlannedTask(task.ref() == null ? id : task.ref(), task.title(), task.description(), task.context());
    }
}
