package dev.muster.cli;

import dev.muster.app.InboxEntry;
import dev.muster.app.RunView;
import dev.muster.app.Runs;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.Logged;
import dev.muster.run.RunEvent;
import dev.muster.run.RunStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches a run from its first event to its end, and has people asked on the way. */
final class Following {
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final int MANY = 500;

    private final Runs runs;
    private final String runId;
    private final FollowOptions options;
    private final RunDisplay display;
    private final @Nullable RunQuestions person;
    private final PrintWriter err;
    private final Set<String> putOff = new HashSet<>();

    /** @param person who can be asked here; null where nobody can */
    Following(
            Runs runs,
            String runId,
            FollowOptions options,
            RunDisplay display,
            @Nullable RunQuestions person,
            PrintWriter err) {
        this.runs = runs;
        this.runId = runId;
        this.options = options;
        this.display = display;
        this.person = person;
        this.err = err;
    }

    /** Until the run ends, or waits for people who are not here; its status then. */
    RunStatus follow() {
        long seen = 0;
        while (true) {
            List<Logged> events = runs.events(runId, seen, MANY, MOMENT);
            for (Logged logged : events) {
                display.event(logged);
                seen = logged.seq();
                if (logged.event() instanceof RunEvent.RunEnded ended) {
                    return ended.status();
                }
            }
            if (events.isEmpty() && !goesOn()) {
                return RunStatus.WAITING;
            }
        }
    }

    /** Whether to go on watching, after whoever is here has said what they can. */
    private boolean goesOn() {
        RunView view = runs.find(runId);
        boolean answered = false;
        for (InboxEntry entry : view.waitingFor()) {
            answered |= answered(entry);
        }
        if (answered || view.run().status() != RunStatus.WAITING) {
            display.idle(view);
            return true;
        }
        boolean later = person != null || options.noWait();
        if (!later) {
            display.idle(view);
            view.waitingFor().stream().filter(entry -> putOff.add(entry.id())).forEach(this::sayHow);
        }
        return !later;
    }

    private boolean answered(InboxEntry entry) {
        if (options.yes() && entry.usual() != null && entry.level() != ReviewLevel.HARD) {
            runs.answer(runId, entry.id(), entry.usual(), options.as(), "--yes");
            return true;
        }
        if (person == null || !putOff.add(entry.id())) {
            return false;
        }
        display.clear();
        return person.ask(entry);
    }

    /** Nobody is here to be asked: whoever reads this knows what to do elsewhere. */
    private void sayHow(InboxEntry entry) {
        if (!options.json()) {
            display.clear();
            err.println("Waits for " + entry.to() + ": " + how(entry));
            err.flush();
        }
    }

    static String how(InboxEntry entry) {
        String answer = entry.choices().isEmpty() ? "ANSWER" : String.join("|", entry.choices());
        return "muster approve " + entry.run() + " " + entry.id()
                + (entry.kind().equals("work") ? " DONE" : " " + answer);
    }
}
