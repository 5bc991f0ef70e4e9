package dev.muster.app.nativeimage;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.TestResults;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.StartedRun;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.LimitKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.StepStatus;
import dev.muster.run.event.Subject;
import dev.muster.run.event.Trouble;
import dev.muster.run.report.Audit;
import dev.muster.run.report.RunReport;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What of runs is written or read as JSON, for the native executable: there Jackson sees only what is listed. A test walks the types. */
@RegisterForReflection(
        targets = {
            AskKind.class,
            Assigned.class,
            Audit.Fault.class,
            CheckResult.class,
            CheckResult.Status.class,
            ExecutorKind.class,
            FailureKind.class,
            Finding.class,
            InboxEntry.class,
            InboxEntry.HandedWork.class,
            Proof.class,
            LimitKind.class,
            Outcome.class,
            Outcome.Asked.class,
            Outcome.Cancelled.class,
            Outcome.Failed.class,
            Outcome.Succeeded.class,
            Purpose.class,
            Remedy.Kind.class,
            RunAudit.class,
            RunEvent.class,
            RunEvent.AttemptFinished.class,
            RunEvent.AttemptProgressed.class,
            RunEvent.AttemptRedelivered.class,
            RunEvent.AttemptClaimed.class,
            RunEvent.AttemptStarted.class,
            RunEvent.CancelRequested.class,
            RunEvent.CheckFinished.class,
            RunEvent.CheckStarted.class,
            RunEvent.FollowUpRecorded.class,
            RunEvent.GateOverridden.class,
            RunEvent.HandedBack.class,
            RunEvent.LimitRaised.class,
            RunEvent.AskWithdrawn.class,
            RunEvent.LimitReached.class,
            RunEvent.PersonAnswered.class,
            RunEvent.PersonAsked.class,
            RunEvent.PhaseEnded.class,
            RunEvent.PhaseSkipped.class,
            RunEvent.PhaseStarted.class,
            RunEvent.RetryScheduled.class,
            RunEvent.ReworkOrdered.class,
            RunEvent.RoundBegun.class,
            RunEvent.RunEnded.class,
            RunEvent.RunStarted.class,
            RunEvent.ScopeFrozen.class,
            RunEvent.StepEnded.class,
            RunEvent.TakenOver.class,
            RunEvent.TroubleMet.class,
            RunEvent.VerdictGiven.class,
            RunMode.class,
            RunReport.class,
            RunReport.CheckReport.class,
            RunReport.Component.class,
            RunReport.Decided.class,
            RunReport.Hand.class,
            RunReport.Issue.class,
            RunReport.PhaseReport.class,
            RunReport.ReviewReport.class,
            RunReport.TestRun.class,
            RunReport.Trail.class,
            RunReport.Use.class,
            RunReport.Verification.class,
            RunStatus.class,
            RunSummary.class,
            RunView.class,
            RunView.CallView.class,
            RunView.PhaseView.class,
            RunView.StepView.class,
            Session.class,
            StartedRun.class,
            StepStatus.class,
            Subject.class,
            Subject.Where.class,
            Subject.Work.class,
            TestResults.class,
            Trouble.Kind.class,
            Usage.class,
            Verdict.class,
            Verdict.Decision.class,
        },
        classNames = "dev.muster.run.event.RunJson$Typed")
final class RunJsonTypes {
    private RunJsonTypes() {}
}
