package dev.muster.cli.run;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.cli.services.Speaker;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunStatus;
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
    private final Speaker speaker;
    private final RunDisplay display;
    private final @Nullable RunQuestions person;
    private final PrintWriter err;
    private final Set<String> putOff = new HashSet<>();
    private final Set<String> saidYes = new HashSet<>();

    /** @param person who can be asked here; null where nobody can */
    Following(
            Runs runs,
            String runId,
            FollowOptions options,
            Speaker speaker,
            RunDisplay display,
            @Nullable RunQuestions person,
            PrintWriter err) {
        this.runs = runs;
        this.runId = runId;
        this.options = options;
        this.speaker = speaker;
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
        String usual = entry.usual();
        if (options.yes() && usual != null && isMeant(entry) && agreed(entry, usual)) {
            return true;
        }
        if (person == null || !putOff.add(entry.id())) {
            return false;
        }
        display.clear();
        return person.ask(entry);
    }

    /** Yes to all is no yes at a hard gate, and none to a review that never took place. */
    private static boolean isMeant(InboxEntry entry) {
        boolean unreviewed = entry.kind().equals("failure") && entry.gate() != null;
        return entry.level() != ReviewLevel.HARD && !unreviewed;
    }

    /** A server does not see who said yes to all, and may want it said with a key; then it waits for whoever has one. */
    private boolean agreed(InboxEntry entry, String usual) {
        if (!saidYes.add(entry.id())) {
            return false;
        }
        try {
            runs.answer(runId, entry.id(), usual, speaker.yesToAll());
            return true;
        } catch (Refusal e) {
            display.clear();
            err.println("--yes is no answer to " + entry.id() + ": "
                    + e.reason().found() + " " + e.reason().advice());
            err.flush();
            return false;
        }
    }

    /** Nobody is here to be asked: whoever reads this knows what to do elsewhere. */
    private void sayHow(InboxEntry entry) {
        if (!options.json()) {
            display.clear();
            AskLines.whole(entry).forEach(err::println);
            err.flush();
        }
    }
}
