package dev.muster.agent.executor.program;

import dev.muster.agent.executor.Call;
import dev.muster.agent.executor.CheckOrder;
import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.CheckResult.Status;
import dev.muster.agent.executor.Checks;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.program.ProgramPath.NoProgramException;
import dev.muster.agent.executor.program.protocol.Ended;
import dev.muster.secret.Masking;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the commands that check the work: those that the operator allows, as words and not through a shell. */
public final class CheckRunner implements Checks {
    private static final int KEPT_CHARACTERS = 32_000;

    private final CheckSettings settings;
    private final CleanEnvironment environment;
    private final Masking masking;

    /**
     * A runner.
     *
     * @param own Muster's own environment
     * @param masking takes secrets out of all that checks print
     */
    public CheckRunner(CheckSettings settings, Map<String, String> own, Masking masking) {
        this.settings = settings;
        this.environment = new CleanEnvironment(own);
        this.masking = masking;
    }

    @Override
    public Call start(CheckOrder order, Consumer<CheckResult> finished) {
        List<String> command = order.command();
        if (command.isEmpty() || !settings.programs().allows(command)) {
            return tell(finished, notRun(order, Status.NOT_ALLOWED, notAllowed(command)));
        }
        if (!Files.isDirectory(order.folder())) {
            String message = "The folder " + order.folder() + " is not there, so nothing was checked in it.";
            return tell(finished, notRun(order, Status.NOT_STARTED, message));
        }
        try {
            return RunningProgram.start(
                    launch(order), line -> {}, line -> {}, ended -> finished.accept(result(order, ended)));
        } catch (NoProgramException e) {
            return tell(finished, notRun(order, Status.NOT_STARTED, missing(e)));
        }
    }

    /** Not from within the call that starts a check: whoever starts it is not ready to hear yet. */
    private static Call tell(Consumer<CheckResult> finished, CheckResult result) {
        Thread.startVirtualThread(() -> finished.accept(result));
        return why -> {};
    }

    private Launch launch(CheckOrder order) throws NoProgramException {
        List<String> command = new ArrayList<>(order.command());
        command.set(
                0,
                new ProgramPath(environment.path())
                        .find(command.getFirst(), order.folder())
                        .toString());
        Duration time = order.time().compareTo(settings.time()) < 0 ? order.time() : settings.time();
        return new Launch(
                new Mark(order.key(), order.fence()),
                command,
                order.folder(),
                environment.with(settings.environment()),
                null,
                time,
                settings.maxOutputBytes(),
                masking,
                null);
    }

    private String notAllowed(List<String> command) {
        return "The check `%s` was not run: the operator's configuration does not allow it.%s Add its program to `programs` in"
                        .formatted(
                                String.join(" ", command),
                                settings.programs().commands().isEmpty()
                                        ? ""
                                        : " Allowed are: " + settings.programs() + ".")
                + " operator.yaml, or take the check out of the pack.";
    }

    private static String missing(NoProgramException e) {
        return "The check was not run: " + e.getMessage() + ". Install it where Muster runs.";
    }

    private static CheckResult notRun(CheckOrder order, Status status, String message) {
        return new CheckResult(order.command(), status, null, "", message, 0, false);
    }

    private static CheckResult result(CheckOrder order, Ended ended) {
        Status status = switch (ended.how()) {
            case EXITED -> isZero(ended.exitCode()) ? Status.PASSED : Status.FAILED;
            case TIMED_OUT -> Status.TIMED_OUT;
            case CANCELLED -> Status.CANCELLED;
            case TOO_MUCH_OUTPUT -> Status.FAILED;
            case NOT_STARTED -> Status.NOT_STARTED;
        };
        return new CheckResult(
                order.command(), status, ended.exitCode(), output(ended), message(ended), ended.millis(), false);
    }

    private static boolean isZero(@Nullable Integer exitCode) {
        return exitCode != null && exitCode == 0;
    }

    private static String message(Ended ended) {
        return switch (ended.how()) {
            case EXITED ->
                isZero(ended.exitCode()) ? "It passed." : "It ended with exit code " + ended.exitCode() + ".";
            case TIMED_OUT, TOO_MUCH_OUTPUT -> "It was ended: " + ended.why() + ".";
            case CANCELLED -> "It was cancelled: " + ended.why() + ".";
            case NOT_STARTED -> "It could not be started: " + ended.why() + ".";
        };
    }

    /** Standard output before standard error: tools print what counts on either. */
    private static String output(Ended ended) {
        String out = ended.out().text().strip();
        String err = ended.err().text().strip();
        String both = out.isEmpty() || err.isEmpty() ? out + err : out + "\n" + err;
        return Excerpt.of(both, KEPT_CHARACTERS);
    }
}
