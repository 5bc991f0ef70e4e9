package dev.muster.run.report;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.plan.rendering.PlanTitle;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.fold.RunState;
import dev.muster.run.report.RunReport.Hand;
import dev.muster.run.report.RunReport.Trail;
import dev.muster.run.report.RunReport.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a run's events, one after another, for its report. */
final class Reporting {
    private final RunBrief brief;
    private final HandedIn handedIn = new HandedIn();
    private final Verified verified = new Verified();
    private final ReviewResults reviews;
    private final Met met = new Met();
    private RunState state;
    private Chain end;
    private final List<Hand> hands = new ArrayList<>();
    private int calls;
    private long inputTokens;
    private long outputTokens;

    Reporting(RunBrief brief) {
        this.brief = brief;
        state = RunState.of(brief);
        reviews = new ReviewResults(state.route());
        end = Chain.of(brief.runId());
    }

    void add(Logged logged) {
        RunEvent event = logged.event();
        Instant at = logged.at();
        state = state.with(at, event);
        end = end.with(logged);
        switch (event) {
            case RunEvent.AttemptStarted e -> calls++;
            case RunEvent.AttemptFinished e -> finished(at, e);
            case RunEvent.TakenOver e -> met.decided(at, "who does " + e.step(), "by hand", e.by(), e.why());
            case RunEvent.CheckFinished e -> verified.add(e);
            case RunEvent.VerdictGiven e -> reviews.add(at, e);
            case RunEvent.GateOverridden e -> reviews.add(at, e);
            case RunEvent.TroubleMet e -> {
                reviews.add(at, e);
                met.add(at, e);
            }
            case RunEvent.FollowUpRecorded e -> handedIn.followUp(e);
            case RunEvent.PersonAsked e -> met.add(e);
            case RunEvent.PersonAnswered e -> met.add(at, e);
            case RunEvent.LimitReached e -> met.add(at, e);
            case RunEvent.CancelRequested e -> met.decided(at, "the run", "cancel", e.by(), e.why());
            default -> {}
        }
    }

    private void finished(Instant at, RunEvent.AttemptFinished e) {
        if (e.by() != null) {
            hands.add(new Hand(at, e.step(), e.gate(), e.by(), e.why()));
        }
        Usage usage = e.outcome().usage();
        inputTokens += told(usage.inputTokens());
        outputTokens += told(usage.outputTokens());
        if (e.outcome() instanceof Outcome.Succeeded succeeded) {
            handedIn.add(e.step(), e.gate() != null, succeeded);
            verified.add(e.step(), succeeded);
        }
    }

    private static long told(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    RunReport report() {
        PhaseProgress progress = new PhaseProgress(state, met.issues());
        List<String> filesCreated = handedIn.filesCreated();
        return new RunReport(
                progress.status(),
                progress.summary() + verified.warning(),
                progress.phasesCompleted(),
                filesCreated,
                verified.verification(),
                new NextSteps(state, handedIn, reviews, met).all(),
                brief.runId(),
                brief.plan().id(),
                brief.plan().version(),
                brief.plan().pack().name(),
                PlanTitle.of(brief.plan().task()),
                progress.outcome(),
                brief.mode() == RunMode.REHEARSAL,
                handedIn.filesChanged(),
                progress.phases(),
                handedIn.components(state.route()),
                verified.tests(),
                verified.checks(),
                reviews.reports(),
                met.decisions(),
                met.issues(),
                handedIn.followUps(),
                handedIn.links(),
                use(),
                new Trail(end.seq(), end.hash()),
                hands);
    }

    private Use use() {
        return new Use(
                state.started() ? state.startedAt() : null,
                state.started() ? state.lastAt() : null,
                state.worked().toMinutes(),
                calls,
                state.cost(),
                inputTokens,
                outputTokens);
    }
}
