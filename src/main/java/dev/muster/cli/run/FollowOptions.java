package dev.muster.cli.run;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run is followed. */
final class FollowOptions {
    @Option(
            names = "--yes",
            description = "Say yes to optional phases and soft gates, and take defaults; never at a hard gate.")
    private boolean yes;

    @Option(
            names = "--no-wait",
            description = "Where only people can bring the run on, leave it waiting for them instead of waiting here.")
    private boolean noWait;

    @Option(names = "--json", description = "One event a line on standard output, and the report as the last line.")
    private boolean json;

    @Mixin
    private final AsOption as = new AsOption();

    boolean yes() {
        return yes;
    }

    boolean noWait() {
        return noWait;
    }

    boolean json() {
        return json;
    }

    @Nullable
    String as() {
        return as.name();
    }
}
