package dev.muster.cli.admin;

import dev.muster.app.backup.Restore;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster restore}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "restore",
        header = "Make a data folder out of a backup; the folder must be empty or not be there.",
        description = {
            "All of the archive is held against its manifest before anything is written, and then the record of every run",
            "against the chain of its events: exit code 1 where one was changed. Runs that had not ended go on with the next",
            "server. Restore only what you would let be an admin: plans, keys and operator.yaml come out of it."
        })
public final class RestoreCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "FILE", description = "An archive of `muster backup`.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--without-links",
            description =
                    "Leave out the symbolic links in it: an archive with one that leads out of the folder is refused.")
    private boolean withoutLinks;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public RestoreCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Restore.Restored restored = services.get().restore().restore(file, !withoutLinks);
        PrintWriter out = spec.commandLine().getOut();
        restored.unsound()
                .forEach(audit -> audit.faults()
                        .forEach(fault ->
                                out.println("run " + audit.run() + ", event " + fault.seq() + ": " + fault.text())));
        out.println("%d files are restored; the records of %d of %d runs are sound."
                .formatted(
                        restored.files(), restored.runs() - restored.unsound().size(), restored.runs()));
        out.flush();
        return restored.unsound().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
