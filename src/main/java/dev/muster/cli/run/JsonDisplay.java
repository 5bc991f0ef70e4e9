package dev.muster.cli.run;

import dev.muster.app.runs.RunView;
import dev.muster.run.event.Logged;
import java.io.PrintWriter;

/** One event a line, as {@code GET /api/runs/ID/events} has them. */
final class JsonDisplay implements RunDisplay {
    private final PrintWriter out;

    JsonDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void event(Logged logged) {
        out.println("{\"seq\":%d,\"at\":\"%s\",\"event\":%s,\"prevHash\":\"%s\",\"hash\":\"%s\"}"
                .formatted(logged.seq(), logged.at(), logged.json(), logged.prevHash(), logged.hash()));
        out.flush();
    }

    @Override
    public void idle(RunView view) {}

    @Override
    public void clear() {}

    @Override
    public void end() {}
}
