package dev.muster.cli.plan;

import dev.muster.app.planning.PlanFormat;
import dev.muster.app.planning.Submission;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.Questions;
import dev.muster.cli.terminal.Terminal;
import dev.muster.cli.terminal.TextInput;
import dev.muster.plan.Plan;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster plan}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "plan",
        header = "Plan a task: who works on it, in what order, who reviews, what may go wrong, and why.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster plan \"Add an endpoint where customers upload invoices as PDF\"",
            "  muster plan -f task.md --format mermaid",
            "  muster plan \"Speed up the invoice list\" --constraint \"no schema change\" --why",
            "  muster plan --batch tasks.jsonl --no-store > plans.jsonl",
            "",
            "A batch has one {\"id\": …, \"title\": …, \"text\": …} a line; each gives one plan as JSON on a line, in",
            "order, its id in task.ref. A bad line gives {\"error\": …, \"line\": …} in its place, and exit code 1."
        })
public final class PlanCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Mixin
    private final TaskOptions task = new TaskOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "md (default), json or mermaid.")
    private PlanFormat format = PlanFormat.MD;

    @Option(names = "--why", description = "Give the reason for every line of the Markdown.")
    private boolean why;

    @Option(names = "--no-ask", description = "Leave questions open, also at a terminal.")
    private boolean noAsk;

    @Option(names = "--no-store", description = "Keep the plan nowhere: needs no data folder.")
    private boolean noStore;

    @Option(
            names = "--batch",
            paramLabel = "FILE.jsonl",
            description = "Plan one task a line (- for standard input), one JSON a line.")
    private @Nullable Path batch;

    @Option(
            names = "--replay",
            paramLabel = "ID",
            description = "Plan a kept plan's task again by the version of the policy that planned it, and compare:"
                    + " exit code 1 where a byte differs.")
    private @Nullable String replay;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PlanCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (replay != null) {
            task.refuseText(spec.commandLine(), "--replay");
            return ReplayText.write(services.get().policies().replay(replay), format, out);
        }
        Function<Submission, Plan> planning = planning(services.get());
        if (batch != null) {
            task.refuseText(spec.commandLine(), "--batch");
            return new Batch(planning, task::submission, out).run(TextInput.of(spec.commandLine(), batch));
        }
        Submission submission = task.submission(spec.commandLine());
        Plan plan = asked(planning.apply(submission), submission, planning);
        out.print(format.render(plan, why));
        out.flush();
        return ExitCode.DONE;
    }

    /** At a terminal, the person is asked what the plan needs to know; what is left open stays open. */
    private Plan asked(Plan plan, Submission submission, Function<Submission, Plan> planning) {
        Questions questions = format == PlanFormat.MD && !noAsk ? Terminal.questions(spec.commandLine()) : null;
        if (questions == null || plan.status() == Plan.Status.READY) {
            return plan;
        }
        return questions.ask(
                plan,
                (current, answers) -> noStore
                        ? planning.apply(submission.withAnswers(
                                current.task().context().withAnswers(answers).answers()))
                        : services.get().muster().answer(current.id(), answers));
    }

    private Function<Submission, Plan> planning(Services open) {
        return noStore ? open.planTask()::plan : open.muster()::plan;
    }
}
