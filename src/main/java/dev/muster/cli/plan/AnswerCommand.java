package dev.muster.cli.plan;

import dev.muster.app.Muster;
import dev.muster.app.planning.PlanFormat;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.Questions;
import dev.muster.cli.terminal.Terminal;
import dev.muster.plan.Plan;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster answer}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "answer",
        header = "Answer a plan's questions: gives the next version of the plan, which knows the answers.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster answer 0f3k2m9x1a2b3c4 database=Firestore", "  muster answer 0f3k2m9x1a2b3c4"})
public final class AnswerCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "ID", description = "The plan's id, as `muster plans` lists it.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "QUESTION=TEXT",
            description = "Answers; without any, a terminal asks each question.")
    private Map<String, String> answers = new TreeMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "md (default), json or mermaid.")
    private PlanFormat format = PlanFormat.MD;

    @Option(names = "--why", description = "Give the reason for every line of the Markdown.")
    private boolean why;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public AnswerCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Muster muster = services.get().muster();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.render(answered(muster), why));
        out.flush();
        return ExitCode.DONE;
    }

    private Plan answered(Muster muster) {
        if (!answers.isEmpty()) {
            return muster.answer(id, answers);
        }
        Questions questions = Terminal.questions(spec.commandLine());
        if (questions == null) {
            throw new ParameterException(spec.commandLine(), "The answers are missing: give QUESTION=TEXT.");
        }
        return questions.ask(muster.find(id), (plan, given) -> muster.answer(plan.id(), given));
    }
}
