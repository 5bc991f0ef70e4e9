package dev.muster.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Where the program starts. Arguments are read before anything else is: help and mistakes cost no start of the framework, and
 * flags become configuration that it starts with.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        CommandLine commandLine = Commands.line(
                () -> {
                    throw new IllegalStateException("Muster has not started.");
                },
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        commandLine.setExecutionStrategy(parsed -> start(parsed, args));
        int exitCode = commandLine.execute(args);
        if (exitCode != STARTED) {
            System.exit(exitCode);
        }
    }

    private static final int STARTED = -1;

    private static int start(ParseResult parsed, String[] args) {
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.DONE;
        }
        MusterCommand muster = (MusterCommand) parsed.commandSpec().userObject();
        if (!parsed.hasSubcommand()) {
            muster.run();
        }
        muster.global().properties().forEach(System::setProperty);
        boolean serves = parsed.hasSubcommand()
                && "serve".equals(parsed.subcommand().commandSpec().name());
        System.setProperty("quarkus.http.host-enabled", Boolean.toString(serves));
        Quarkus.run(MusterApplication.class, args);
        return STARTED;
    }
}
