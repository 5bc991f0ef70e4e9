package dev.muster.cli.admin;

import dev.muster.app.backup.Backup;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster backup}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "backup",
        header = "Write the data folder into one archive, also while a server works with it.",
        description = {
            "Plans, runs with what their agents left, versions of policies and API keys (hashed) are in it, each file with",
            "its hash. Whoever can read it can read all tasks: it is made for its owner's eyes alone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster backup /backups/muster-$(date +%%F).zip",
            "  muster restore /backups/muster-2026-01-02.zip --data /data"
        })
public final class BackupCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 10;

    private final Supplier<Services> services;

    @Parameters(paramLabel = "FILE", description = "The archive; it must not be there yet.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public BackupCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Backup.Written written = services.get().backup().write(file);
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT, "%s has %d files of %,d bytes.", file, written.files(), written.bytes()));
        spec.commandLine().getOut().flush();
        PrintWriter err = spec.commandLine().getErr();
        written.leftOut().stream().limit(MOST_SHOWN).forEach(what -> err.println("Left out: " + what + "."));
        if (written.leftOut().size() > MOST_SHOWN) {
            err.println("Left out: " + (written.leftOut().size() - MOST_SHOWN) + " more of the same.");
        }
        err.flush();
        return ExitCode.DONE;
    }
}
