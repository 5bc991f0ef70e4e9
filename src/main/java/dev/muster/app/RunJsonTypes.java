package dev.muster.app;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.TestResults;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.run.AskKind;
import dev.muster.run.Assigned;
import dev.muster.run.Audit;
import dev.muster.run.ExecutorKind;
import dev.muster.run.LimitKind;
import dev.muster.run.Remedy;
import dev.muster.run.RunEvent;
import dev.muster.run.RunMode;
import dev.muster.run.RunStatus;
import dev.muster.run.StepStatus;
import dev.muster.run.Trouble;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What of runs is written or read as JSON, for the native executable. A test walks the types. */
@RegisterForReflection(
        classNames = {"dev.muster.run.RunJson$Typed"},
        targets = {
            RunEvent.class,
            Outcome.class,
            Assigned.class,
            AskKind.class,
            ExecutorKind.class,
            LimitKind.class,
            RunMode.class,
            RunStatus.class,
            StepStatus.class,
            Trouble.Kind.class,
            Remedy.Kind.class,
            CheckResult.class,
            CheckResult.Status.class,
            FailureKind.class,
            Finding.class,
            Purpose.class,
            Session.class,
            TestResults.class,
            Usage.class,
            Verdict.class,
            Verdict.Decision.class,
            Audit.Fault.class,
            RunAudit.class,
            RunView.class,
            RunView.PhaseView.class,
            RunView.StepView.class,
            RunView.CallView.class,
            RunSummary.class,
            StartedRun.class,
            RunRequest.class,
            InboxEntry.class,
            Runs.Claiming.class,
            Runs.HeldWork.class,
            RunEvent.RunStarted.class,
            RunEvent.PhaseStarted.class,
            RunEvent.PhaseSkipped.class,
            RunEvent.PhaseEnded.class,
            RunEvent.AttemptStarted.class,
            RunEvent.AttemptRedelivered.class,
            RunEvent.AttemptProgressed.class,
            RunEvent.AttemptFinished.class,
            RunEvent.RetryScheduled.class,
            RunEvent.TakenOver.class,
            RunEvent.CheckStarted.class,
            RunEvent.CheckFinished.class,
            RunEvent.VerdictGiven.class,
            RunEvent.ScopeFrozen.class,
            RunEvent.FollowUpRecorded.class,
            RunEvent.GateOverridden.class,
            RunEvent.TroubleMet.class,
            RunEvent.ReworkOrdered.class,
            RunEvent.HandedBack.class,
            RunEvent.RoundBegun.class,
            RunEvent.PersonAsked.class,
            RunEvent.PersonAnswered.class,
            RunEvent.LimitReached.class,
            RunEvent.LimitRaised.class,
            RunEvent.StepEnded.class,
            RunEvent.CancelRequested.class,
            RunEvent.RunEnded.class,
            Outcome.Succeeded.class,
            Outcome.Failed.class,
            Outcome.Asked.class,
            Outcome.Cancelled.class
        })
final class RunJsonTypes {
    private RunJsonTypes() {}
}
