package dev.muster.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code muster serve}. */
@Command(name = "serve", header = "Answer over REST on loopback until told to stop.")
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Quarkus.waitForExit();
        return ExitCode.DONE;
    }
}
