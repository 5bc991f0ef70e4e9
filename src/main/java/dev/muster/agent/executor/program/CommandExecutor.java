package dev.muster.agent.executor.program;

import dev.muster.agent.executor.Assignment;
import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.Executor;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Listener;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Cancelled;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.program.ProgramPath.NoProgramException;
import dev.muster.agent.executor.program.protocol.Budget;
import dev.muster.agent.executor.program.protocol.ClaudeProtocol;
import dev.muster.agent.executor.program.protocol.CodexProtocol;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.agent.executor.program.protocol.Ended;
import dev.muster.agent.executor.program.protocol.GeminiProtocol;
import dev.muster.agent.executor.program.protocol.OpencodeProtocol;
import dev.muster.agent.executor.program.protocol.PlainProtocol;
import dev.muster.agent.executor.program.protocol.Protocol;
import dev.muster.agent.executor.program.protocol.Replies;
import dev.muster.agent.executor.program.protocol.Reply;
import dev.muster.agent.executor.prompt.Prompt;
import dev.muster.agent.executor.result.ResultReader;
import dev.muster.agent.executor.result.WrongField;
import dev.muster.file.OwnerOnly;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Calls agents by a program that the operator has configured. The words of a task reach it on standard input or in a file,
 * never as arguments.
 */
public final class CommandExecutor implements Executor {
    private static final Logger LOG = Logger.getLogger(CommandExecutor.class);

    private final CommandSettings settings;
    private final CleanEnvironment environment;
    private final Masking masking;
    private final Protocol protocol;

    /**
     * An executor.
     *
     * @param own Muster's own environment
     * @param masking takes secrets out of all that the program prints, and of what it is told of others
     */
    public CommandExecutor(CommandSettings settings, Map<String, String> own, Masking masking) {
        this.settings = settings;
        this.environment = new CleanEnvironment(own);
        this.masking = masking;
        this.protocol = switch (settings.kind()) {
            case TEXT -> new PlainProtocol(false);
            case JSON -> new PlainProtocol(true);
            case CLAUDE -> new ClaudeProtocol();
            case CODEX -> new CodexProtocol();
            case GEMINI -> new GeminiProtocol();
            case OPENCODE -> new OpencodeProtocol();
        };
    }

    @Override
    public Call start(Assignment assignment, Listener listener) {
        Session session = assignment.session();
        boolean ours = session != null && session.executor().equals(settings.name());
        ProgramCall call = new ProgramCall(listener);
        begin(ours ? assignment : assignment.withSession(null), call);
        return call;
    }

    private void begin(Assignment assignment, ProgramCall call) {
        Double budget = Budget.of(assignment, settings);
        if (budget != null && budget <= 0) {
            call.finish(failed(FailureKind.BUDGET, "There is no money left for this call.", false));
            return;
        }
        if (!Files.isDirectory(assignment.workFolder())) {
            String message = "The folder " + assignment.workFolder() + " to work in is not there. Make it, then retry.";
            call.finish(failed(FailureKind.INFRASTRUCTURE, message, false));
            return;
        }
        try {
            Launch launch = launch(assignment);
            call.runs(lines -> RunningProgram.start(
                    launch, line -> tell(line, lines), lines, ended -> ended(ended, assignment, call)));
        } catch (NoProgramException e) {
            String message = "The executor \"%s\" cannot be started: %s. Install it, or correct it in operator.yaml."
                    .formatted(settings.name(), e.getMessage());
            call.finish(failed(FailureKind.INFRASTRUCTURE, message, false));
        } catch (IOException e) {
            String message = "The prompt cannot be written to " + assignment.attemptFolder() + ": " + e.getMessage();
            call.finish(failed(FailureKind.INFRASTRUCTURE, message, true));
        }
    }

    private void tell(String line, Consumer<String> lines) {
        String progress = protocol.progress(line);
        if (progress != null) {
            lines.accept(progress);
        }
    }

    /** Whatever is made of what a program printed, its call has an end: a run would wait for it for ever. */
    private void ended(Ended ended, Assignment assignment, ProgramCall call) {
        try {
            finish(ended, assignment, call);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String message = "`" + settings.name() + "`: What it printed cannot be dealt with: " + e + ".";
            call.finish(failed(FailureKind.UNREADABLE_RESULT, message, true));
        }
    }

    private void finish(Ended ended, Assignment assignment, ProgramCall call) {
        keep(ended, assignment.attemptFolder());
        if (ended.how() != Ended.How.EXITED) {
            call.finish(stopped(ended));
            return;
        }
        switch (reply(ended, assignment)) {
            case Reply.Answer(String text, var structured, Usage usage, @Nullable Session session) ->
                call.finish(ResultReader.read(assignment.purpose(), text, structured, usage, session));
            case Reply.Trouble(FailureKind kind, String message, boolean retryable, Usage usage) ->
                call.finish(new Failed(kind, "`" + settings.name() + "`: " + message, retryable, usage, false));
            case Reply.NoSuchSession() -> {
                call.progress("The conversation " + id(assignment) + " is not there any more; a new one begins.");
                begin(assignment.withSession(null), call);
            }
        }
    }

    /** Whatever a program prints, its call has an end. */
    private Reply reply(Ended ended, Assignment assignment) {
        try {
            return protocol.read(ended, assignment, settings);
        } catch (WrongField e) {
            return Replies.unreadable(ended, "What it printed cannot be read. " + e.getMessage());
        } catch (RuntimeException e) {
            return Replies.unreadable(ended, "What it printed cannot be read: " + e + ".");
        }
    }

    private static String id(Assignment assignment) {
        return assignment.session() == null ? "" : assignment.session().id();
    }

    private Outcome stopped(Ended ended) {
        String what = "`" + settings.name() + "`: " + ended.why() + ".";
        return switch (ended.how()) {
            case TIMED_OUT -> failed(FailureKind.TIMEOUT, what + " It was ended." + Replies.lastWords(ended), true);
            case TOO_MUCH_OUTPUT -> failed(FailureKind.BUDGET, what + " It was ended.", true);
            case CANCELLED -> new Cancelled(ended.why(), Usage.UNKNOWN);
            case NOT_STARTED, EXITED -> failed(FailureKind.INFRASTRUCTURE, what, true);
        };
    }

    private Launch launch(Assignment assignment) throws IOException, NoProgramException {
        Path folder = assignment.workFolder();
        List<String> given = settings.command();
        Path program = new ProgramPath(environment.path()).find(given.getFirst(), folder);
        Path prompt = OwnerOnly.folder(assignment.attemptFolder()).resolve("prompt.md");
        boolean withAgent = !protocol.carriesAgentPrompt(assignment, settings);
        OwnerOnly.write(prompt, Prompt.forProgram(assignment, withAgent, masking));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        List<String> arguments = given.subList(1, given.size());
        command.addAll(protocol.subcommand());
        arguments.forEach(argument -> command.add(argument.replace(CommandSettings.PROMPT_FILE, prompt.toString())));
        command.addAll(protocol.arguments(assignment, settings, given));
        Map<String, String> variables = new TreeMap<>(environment.with(settings.environment()));
        variables.putAll(variables(assignment.id()));
        if (assignment.traceparent() != null) {
            variables.put("TRACEPARENT", assignment.traceparent());
        }
        Duration time = assignment.allowance().time();
        return new Launch(
                new Mark(assignment.id().key(), assignment.id().fence()),
                command,
                folder,
                variables,
                settings.prompt() == PromptBy.STDIN ? prompt : null,
                time.compareTo(settings.time()) < 0 ? time : settings.time(),
                settings.maxOutputBytes(),
                masking,
                assignment.attemptFolder());
    }

    private static Map<String, String> variables(AttemptId id) {
        return Map.of(
                "MUSTER_RUN", id.runId(),
                "MUSTER_STEP", id.step(),
                "MUSTER_ROUND", Integer.toString(id.round()),
                "MUSTER_ATTEMPT", Integer.toString(id.attempt()));
    }

    /** For people who want to see what a program said; the outcome does not depend on it. */
    private static void keep(Ended ended, Path folder) {
        try {
            OwnerOnly.write(folder.resolve("stdout.txt"), ended.out().text());
            OwnerOnly.write(folder.resolve("stderr.txt"), ended.err().text());
        } catch (IOException e) {
            LOG.warn("What a program printed cannot be kept: " + e.getMessage());
        }
    }

    private static Failed failed(FailureKind kind, String message, boolean retryable) {
        return new Failed(kind, message, retryable, Usage.UNKNOWN, false);
    }
}
