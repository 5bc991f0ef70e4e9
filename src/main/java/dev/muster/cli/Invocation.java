package dev.muster.cli;

import dev.muster.cli.services.Services;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.RunLast;

/** What the program was called with. It is read once before the framework starts, and carried out once it has. */
final class Invocation {
    /** The framework makes the application itself, so that there is no other way to hand it over. */
    private static volatile @Nullable Invocation waiting;

    private final String[] arguments;
    private final CommandLine commandLine;
    private volatile @Nullable Services services;

    private Invocation(String[] arguments) {
        this.arguments = arguments.clone();
        this.commandLine = Commands.line(
                List.of(arguments),
                this::services,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    static Invocation of(String... arguments) {
        return new Invocation(arguments);
    }

    /** The one that waits for the start. */
    static Invocation waiting(String... arguments) {
        Invocation one = waiting;
        return one == null ? of(arguments) : one;
    }

    void awaitStart() {
        waiting = this;
    }

    String[] arguments() {
        return arguments.clone();
    }

    int execute(IExecutionStrategy strategy) {
        return commandLine.setExecutionStrategy(strategy).execute(arguments);
    }

    int execute(Services wired) {
        services = wired;
        return execute(new RunLast());
    }

    private Services services() {
        Services wired = services;
        if (wired == null) {
            throw new IllegalStateException("Muster has not started.");
        }
        return wired;
    }
}
