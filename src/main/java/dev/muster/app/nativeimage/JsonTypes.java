package dev.muster.app.nativeimage;

import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.Replay;
import dev.muster.app.planning.Submission;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.Reloaded;
import dev.muster.app.policies.VersionSummary;
import dev.muster.fact.Evidence;
import dev.muster.plan.Because;
import dev.muster.plan.CodeBase;
import dev.muster.plan.Complexity;
import dev.muster.plan.Limits;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Reviewing;
import dev.muster.plan.Role;
import dev.muster.plan.Running;
import dev.muster.plan.Severity;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.policy.FileChanges;
import dev.muster.policy.impact.Impact;
import dev.muster.policy.impact.Part;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.vocabulary.VocabularyDescription;
import dev.muster.policy.why.SubjectKind;
import dev.muster.policy.why.Why;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written or read as JSON, for the native executable: there Jackson sees only what is listed. A test walks the types. */
@RegisterForReflection(
        targets = {
            Plan.class,
            Plan.Status.class,
            Plan.Delegation.class,
            Plan.PackRef.class,
            Plan.PlannedTask.class,
            Plan.Analysis.class,
            Plan.Requirements.class,
            Plan.Named.class,
            Plan.Worded.class,
            Plan.Phase.class,
            Plan.Step.class,
            Plan.Check.class,
            Plan.ReviewGate.class,
            Plan.Question.class,
            Plan.Escalation.class,
            Plan.Prerequisite.class,
            Plan.Risk.class,
            Plan.SuccessCriterion.class,
            Plan.Rollback.class,
            Plan.Estimate.class,
            Plan.LeftOut.class,
            Plan.SkillSection.class,
            Plan.Skill.class,
            Plan.Repository.class,
            Plan.Delivery.class,
            Plan.HandedOver.class,
            CodeBase.TestLayer.class,
            CodeBase.Action.class,
            Running.class,
            Running.Handing.class,
            Running.Telling.class,
            Running.Format.class,
            Running.Report.class,
            Workspace.class,
            Because.class,
            Complexity.class,
            Evidence.class,
            Limits.class,
            OnFailure.class,
            Optionality.class,
            PhaseMode.class,
            ReviewLevel.class,
            Reviewing.class,
            Role.class,
            Severity.class,
            TaskContext.class,
            Submission.class,
            PlanSummary.class,
            AgentSummary.class,
            PackSummary.class,
            PackSummary.State.class,
            CaseVerdict.class,
            FileChanges.class,
            Reloaded.class,
            Replay.class,
            Replay.Difference.class,
            VersionSummary.class,
            Fault.class,
            Place.class,
            Why.class,
            Why.Answer.class,
            Why.Support.class,
            Why.Said.class,
            Why.Attempted.class,
            Why.Option.class,
            Why.Missing.class,
            Why.Needed.class,
            Why.SignalWords.class,
            Why.Enough.class,
            SubjectKind.class,
            VocabularyDescription.class,
            VocabularyDescription.Type.class,
            VocabularyDescription.Word.class,
            Impact.class,
            Impact.LostReview.class,
            Impact.Count.class,
            Impact.PlanChange.class,
            Impact.ReviewChange.class,
            Impact.Difference.class,
            Part.class,
            Json.Always.class,
            Json.NoEmptyTriggers.class,
            Json.ChoicesOrNone.class
        })
final class JsonTypes {
    private JsonTypes() {}
}
