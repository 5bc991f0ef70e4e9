package dev.muster.cli.run;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gives the command. */
final class AsOption {
    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who you are, for the record (else the name of the key in MUSTER_KEY, or the user's).")
    private @Nullable String as;

    @Nullable
    String name() {
        return as;
    }
}
