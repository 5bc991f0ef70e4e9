package dev.muster.cli.admin;

import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster serve}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "serve",
        header = "Answer over REST until told to stop.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster serve --port 8080",
            "  curl -s localhost:8080/api/plans -H 'Content-Type: application/json' \\",
            "       -d '{\"description\": \"Add an endpoint where customers upload invoices as PDF\"}'",
            "",
            "Other commands with the same data folder ask this server while it runs. Operations are described at",
            "/q/openapi, health at /q/health."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(ServeCommand.class);

    private final Supplier<Services> services;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public ServeCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        String announcement = services.get().serving().announce();
        if (services.get().logsJson()) {
            LOG.info(announcement);
        } else {
            spec.commandLine().getErr().println(announcement);
            spec.commandLine().getErr().flush();
        }
        Quarkus.waitForExit();
        return ExitCode.DONE;
    }
}
