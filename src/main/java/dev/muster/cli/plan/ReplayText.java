package dev.muster.cli.plan;

import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanFormat;
import dev.muster.app.planning.Replay;
import dev.muster.cli.terminal.Count;
import dev.muster.cli.terminal.ExitCode;
import java.io.PrintWriter;

/** What came of planning again, as a difference that people can read. */
final class ReplayText {
    private ReplayText() {}

    /** Writes it, and says by the exit code whether both plans are the same. */
    static int write(Replay replay, PlanFormat format, PrintWriter out) {
        if (format == PlanFormat.JSON) {
            out.println(Json.pretty(replay));
        } else {
            text(replay, out);
        }
        out.flush();
        return replay.same() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void text(Replay replay, PrintWriter out) {
        String by = "by version %s of %s".formatted(replay.packVersion(), replay.pack());
        if (replay.same()) {
            out.println("Plan %s, made again %s, is the same to the byte.".formatted(replay.plan(), by));
            return;
        }
        out.println("Plan %s, made again %s, has %s:"
                .formatted(replay.plan(), by, Count.of(replay.differences().size(), "difference")));
        for (Replay.Difference difference : replay.differences()) {
            out.println(difference.at());
            if (difference.kept() != null) {
                out.println("- " + difference.kept());
            }
            if (difference.now() != null) {
                out.println("+ " + difference.now());
            }
        }
    }
}
