package dev.muster.cli.run;

import dev.muster.app.Muster;
import dev.muster.app.runs.RunRequest;
import dev.muster.cli.plan.TaskOptions;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.Questions;
import dev.muster.cli.terminal.Terminal;
import dev.muster.plan.Plan;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster run}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "run",
        header = "Plan a task and have the plan carried out: by agents, with its checks, reviews and people.",
        description = {
            "How agents are called stands in operator.yaml; where nothing does, the run is a rehearsal: nobody is called",
            "and every outcome is made up. Progress goes to standard error, the report to standard output."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster run \"Add an endpoint where customers upload invoices as PDF\" --rehearse --yes",
            "  muster run --plan 1m7zjb4t6jbmf8s --workspace ~/src/shop",
            "  muster run -f task.md --json --no-wait > events.jsonl",
            "",
            "Ctrl-C leaves the run where it is; `muster resume` goes on with it."
        })
public final class RunCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Mixin
    private final TaskOptions task = new TaskOptions();

    @Mixin
    private final FollowOptions follow = new FollowOptions();

    @Option(names = "--plan", paramLabel = "ID", description = "Carry out this plan instead of a new one.")
    private @Nullable String plan;

    @Option(names = "--rehearse", description = "Call nobody, whatever is configured: try the plan.")
    private boolean rehearse;

    @Option(names = "--seed", paramLabel = "N", description = "The chance of a rehearsal: equal seeds go the same way.")
    private @Nullable Long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public RunCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Services open = services.get();
        String id = plan(open.muster());
        Path folder = task.workspace();
        String workspace =
                folder == null ? null : folder.toAbsolutePath().normalize().toString();
        String by = open.speaker(follow.as()).name();
        RunWatch watch = new RunWatch(spec.commandLine(), open, follow, true);
        return watch.watch(() -> open.runs().start(new RunRequest(id, by, rehearse, workspace, seed)));
    }

    private String plan(Muster muster) {
        if (plan != null) {
            task.refuseText(spec.commandLine(), "--plan");
            return plan;
        }
        Plan made = muster.plan(task.submission(spec.commandLine()));
        Questions questions = follow.json() ? null : Terminal.questions(spec.commandLine());
        return questions == null || made.status() == Plan.Status.READY
                ? made.id()
                : questions
                        .ask(made, (current, answers) -> muster.answer(current.id(), answers))
                        .id();
    }
}
