package dev.muster.cli.plan;

import dev.muster.app.planning.Submission;
import dev.muster.app.planning.WorkspaceScan;
import dev.muster.cli.terminal.TextInput;
import dev.muster.plan.TaskContext;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The task as the arguments of {@code muster plan} say it. */
public final class TaskOptions {
    @Parameters(
            paramLabel = "TEXT",
            arity = "0..*",
            description = "What is to be done; - or nothing reads standard input.")
    private List<String> text = List.of();

    @Option(
            names = {"-f", "--from"},
            paramLabel = "FILE",
            description = "Read the text from this file.")
    private @Nullable Path from;

    @Option(names = "--title", paramLabel = "TITLE", description = "A title, where the text is only the description.")
    private @Nullable String title;

    @Option(names = "--ref", paramLabel = "REF", description = "Your own name for the task, kept in task.ref.")
    private @Nullable String ref;

    @Option(names = "--pack", paramLabel = "PACK", description = "Policy pack (MUSTER_PACK; else backend).")
    private @Nullable String pack;

    @Option(names = "--module", paramLabel = "NAME", description = "A module that the task is about; repeatable.")
    private List<String> modules = List.of();

    @Option(names = "--file", paramLabel = "PATH", description = "A file that the task is about; repeatable.")
    private List<String> files = List.of();

    @Option(names = "--constraint", paramLabel = "WORDS", description = "What must be kept to; repeatable.")
    private List<String> constraints = List.of();

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder where the work is to be done: looked at for prerequisites and dependencies.")
    private @Nullable Path workspace;

    @Option(names = "--answer", paramLabel = "ID=TEXT", description = "Answer to a plan's question; repeatable.")
    private Map<String, String> answers = new TreeMap<>();

    public Submission submission(CommandLine commandLine) {
        return submission(title == null ? "" : title, text(commandLine), ref);
    }

    /** A task of a batch, with the options that are for all of them. */
    public Submission submission(String aTitle, String description, @Nullable String aRef) {
        TaskContext context = TaskContext.of(modules, files, constraints, answers);
        return new Submission(
                aTitle,
                description,
                pack,
                aRef,
                workspace == null ? context : context.withWorkspace(WorkspaceScan.of(workspace)));
    }

    @Nullable
    public Path workspace() {
        return workspace;
    }

    public void refuseText(CommandLine commandLine, String option) {
        if (from != null || !text.isEmpty() || title != null || ref != null) {
            throw new ParameterException(
                    commandLine, option + " brings what is planned: leave out text, --from, --title and --ref.");
        }
    }

    private String text(CommandLine commandLine) {
        if (from != null) {
            if (!text.isEmpty()) {
                throw new ParameterException(commandLine, "Give the text or --from FILE, not both.");
            }
            return TextInput.all(commandLine, from);
        }
        if (text.equals(List.of("-"))) {
            return TextInput.all(commandLine, Path.of("-"));
        }
        return text.isEmpty() ? piped(commandLine) : String.join(" ", text);
    }

    private String piped(CommandLine commandLine) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return TextInput.all(commandLine, Path.of("-"));
        }
        if (title != null) {
            return "";
        }
        throw new ParameterException(
                commandLine, "The task is missing: give its text, -f FILE, or pipe it to standard input.");
    }
}
