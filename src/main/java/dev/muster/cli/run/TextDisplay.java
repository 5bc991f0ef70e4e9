package dev.muster.cli.run;

import dev.muster.app.runs.RunView;
import dev.muster.app.runs.RunView.CallView;
import dev.muster.cli.terminal.Paint;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Lines as things happen; at a terminal, below them, one that says who is at work. */
final class TextDisplay implements RunDisplay {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int WIDEST = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean asks;
    private final RunLines lines;
    private int turn;
    private boolean shown;
    private boolean ended;

    /** @param asks whether whoever reads this is asked as well, so that questions need no line of their own */
    TextDisplay(PrintWriter err, boolean terminal, boolean asks) {
        this.err = err;
        this.terminal = terminal;
        this.asks = asks;
        this.lines = new RunLines(Paint.forTerminal(terminal));
    }

    @Override
    public synchronized void event(Logged logged) {
        RunEvent event = logged.event();
        List<String> said = asks && event instanceof RunEvent.PersonAsked ? List.of() : lines.of(logged.at(), event);
        if (!said.isEmpty()) {
            clear();
            said.forEach(err::println);
            err.flush();
        }
    }

    @Override
    public synchronized void idle(RunView view) {
        if (!terminal || ended) {
            return;
        }
        clear();
        String at = view.working().stream().map(CallView::step).distinct().collect(Collectors.joining(", "));
        String what = at.isEmpty() ? "waiting" : at;
        String line = SPINNER.charAt(turn++ % SPINNER.length()) + " " + what + " · " + done(view) + cost(view);
        err.print(line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line);
        err.flush();
        shown = true;
    }

    private static String done(RunView view) {
        List<RunView.StepView> steps =
                view.phases().stream().flatMap(phase -> phase.steps().stream()).toList();
        long ended = steps.stream()
                .filter(step -> List.of("done", "failed", "skipped", "blocked").contains(step.status()))
                .count();
        return ended + " of " + steps.size() + " steps";
    }

    private static String cost(RunView view) {
        return view.costUsd() > 0 ? " · $%.2f".formatted(view.costUsd()) : "";
    }

    @Override
    public synchronized void clear() {
        if (shown) {
            err.print("\r\u001b[2K");
            err.flush();
            shown = false;
        }
    }

    /** Whoever stops the program does so from another thread, while this one may be about to show the next line. */
    @Override
    public synchronized void end() {
        clear();
        ended = true;
    }
}
