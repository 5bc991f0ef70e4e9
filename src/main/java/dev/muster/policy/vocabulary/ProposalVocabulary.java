package dev.muster.policy.vocabulary;

import static dev.muster.policy.drl.Parameter.param;

import dev.muster.plan.Complexity;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.CheckPhase;
import dev.muster.plan.Proposal.CheckStep;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.Proposal.Estimate;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.Risk;
import dev.muster.plan.Proposal.Rollback;
import dev.muster.plan.Proposal.SuccessCriterion;
import dev.muster.plan.Proposal.TestIn;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.UseSkill;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.Role;
import dev.muster.plan.Severity;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.TypeBuilder;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import java.util.List;

/** What rules can propose, with the properties by which later rules can see what was proposed already. */
final class ProposalVocabulary {
    private static final Parameter AGENT = param("agent", String.class);
    private static final Parameter PURPOSE = param("purpose", String.class);
    private static final Parameter TEXT = param("text", String.class);
    private static final Parameter PHASE = param("phase", String.class);
    private static final Parameter KIND = param("kind", String.class);
    private static final Parameter TO = param("to", String.class);
    private static final Parameter COMMAND = param("command", ValueType.listOf(String.class));
    private static final Parameter ON_FAILURE = param("onFailure", OnFailure.class);

    private ProposalVocabulary() {}

    static void addTo(Vocabulary.Builder vocabulary) {
        vocabulary
                .enumeration(Role.class, "What an agent is to a step.")
                .enumeration(Severity.class, "How much a risk would hurt.")
                .enumeration(Complexity.class, "How much work it is, as the sizes of shirts.")
                .enumeration(OnFailure.class, "What happens when a check fails.")
                .type(
                        UseAgent.class,
                        "An agent takes part, for a purpose or for whatever its purposes are.",
                        ProposalVocabulary::useAgent)
                .type(Duty.class, "What an agent does under a purpose, and in which phase.", ProposalVocabulary::duty)
                .type(
                        Focus.class,
                        "Something that a step has to pay attention to in this task.",
                        ProposalVocabulary::focus)
                .type(
                        Before.class,
                        "One step comes before another, where both are in the plan.",
                        ProposalVocabulary::before)
                .type(
                        Review.class,
                        "A step in which an agent reviews the whole work for something.",
                        ProposalVocabulary::review)
                .type(
                        ReviewOutput.class,
                        "What an agent hands in is judged by a reviewer before the run goes on.",
                        ProposalVocabulary::reviewOutput)
                .type(CheckStep.class, "A command that must pass after an agent's step.", ProposalVocabulary::checkStep)
                .type(
                        CheckPhase.class,
                        "A command that must pass at the end of a phase.",
                        ProposalVocabulary::checkPhase)
                .type(
                        ReadSkill.class,
                        "An agent reads a skill before it begins; where the pack has its text, that becomes part of the instruction.",
                        ProposalVocabulary::readSkill)
                .type(UseSkill.class, "A skill belongs to the work as a whole.", ProposalVocabulary::useSkill)
                .type(TestIn.class, "An agent writes tests of one of the pack's layers.", ProposalVocabulary::testIn)
                .type(WorkIn.class, "An agent works in one module of the code base.", ProposalVocabulary::workIn)
                .type(
                        Escalate.class,
                        "A person or another team has to decide or take over something.",
                        ProposalVocabulary::escalate)
                .type(HandOver.class, "The whole task belongs to somebody else.", ProposalVocabulary::handOver)
                .type(
                        Ask.class,
                        "A question that a person must answer before the plan can be run.",
                        ProposalVocabulary::ask)
                .type(Risk.class, "Something that may go wrong.", ProposalVocabulary::risk)
                .type(SuccessCriterion.class, "How one sees that the work is done.", ProposalVocabulary::criterion)
                .type(Rollback.class, "How what a step did is taken back.", ProposalVocabulary::rollback)
                .type(
                        Estimate.class,
                        "How much work it is; the largest estimate counts.",
                        ProposalVocabulary::estimate);
    }

    private static TypeBuilder<UseAgent> useAgent(TypeBuilder<UseAgent> type) {
        Parameter role = param("role", Role.class);
        return type.property("agent", String.class, UseAgent::agent, "the agent's name")
                .property("role", Role.class, UseAgent::role, "what it is to the step")
                .property("purpose", String.class, UseAgent::purpose, "what for; null where only the agent is named")
                .constructor(
                        List.of(AGENT, role), a -> new UseAgent(a.get(0), a.get(1)), "who takes part, whatever for")
                .constructor(
                        List.of(AGENT, role, PURPOSE),
                        a -> new UseAgent(a.get(0), a.get(1), a.get(2)),
                        "who takes part, and what for");
    }

    private static TypeBuilder<Duty> duty(TypeBuilder<Duty> type) {
        return type.property("agent", String.class, Duty::agent, "the agent's name")
                .property("purpose", String.class, Duty::purpose, "the purpose")
                .property("phase", String.class, Duty::phase, "the phase of pack.yaml that the step stands in")
                .property("text", String.class, Duty::text, "what to do")
                .property("deliverables", ValueType.listOf(String.class), Duty::deliverables, "what is handed in")
                .property("blocking", boolean.class, Duty::blocking, "whether later phases wait for it")
                .constructor(
                        List.of(
                                AGENT,
                                PURPOSE,
                                PHASE,
                                TEXT,
                                param("deliverables", ValueType.listOf(String.class)),
                                param("blocking", boolean.class)),
                        a -> new Duty(a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), a.get(5)),
                        "what is done, where it stands, what comes of it, and whether later phases wait for it");
    }

    private static TypeBuilder<Focus> focus(TypeBuilder<Focus> type) {
        return type.property("agent", String.class, Focus::agent, "the agent's name")
                .property("purpose", String.class, Focus::purpose, "the purpose")
                .property("text", String.class, Focus::text, "what to mind")
                .constructor(
                        List.of(AGENT, PURPOSE, TEXT),
                        a -> new Focus(a.get(0), a.get(1), a.get(2)),
                        "what a step has to mind");
    }

    private static TypeBuilder<Before> before(TypeBuilder<Before> type) {
        return type.property("agent", String.class, Before::agent, "the agent that comes first")
                .property("purpose", String.class, Before::purpose, "its purpose")
                .property("thenAgent", String.class, Before::thenAgent, "the agent that waits")
                .property("thenPurpose", String.class, Before::thenPurpose, "its purpose")
                .constructor(
                        List.of(AGENT, PURPOSE, param("thenAgent", String.class), param("thenPurpose", String.class)),
                        a -> new Before(a.get(0), a.get(1), a.get(2), a.get(3)),
                        "the first step, then the one that waits for it");
    }

    private static TypeBuilder<Review> review(TypeBuilder<Review> type) {
        return type.property(
                        "kind",
                        String.class,
                        Review::kind,
                        "what for, such as security; pack.yaml says how binding it is")
                .property("agent", String.class, Review::agent, "the reviewer")
                .constructor(List.of(KIND, AGENT), a -> new Review(a.get(0), a.get(1)), "what for, and by whom");
    }

    private static TypeBuilder<ReviewOutput> reviewOutput(TypeBuilder<ReviewOutput> type) {
        return type.property("agent", String.class, ReviewOutput::agent, "whose output")
                .property("kind", String.class, ReviewOutput::kind, "what for")
                .property("reviewer", String.class, ReviewOutput::reviewer, "who judges it")
                .constructor(
                        List.of(AGENT, KIND, param("reviewer", String.class)),
                        a -> new ReviewOutput(a.get(0), a.get(1), a.get(2)),
                        "whose output is judged, what for, and by whom");
    }

    private static TypeBuilder<CheckStep> checkStep(TypeBuilder<CheckStep> type) {
        return type.property("agent", String.class, CheckStep::agent, "after whose steps")
                .property(
                        "command", ValueType.listOf(String.class), CheckStep::command, "the program and its arguments")
                .property("onFailure", OnFailure.class, CheckStep::onFailure, "what happens when it fails")
                .constructor(
                        List.of(AGENT, COMMAND, ON_FAILURE),
                        a -> new CheckStep(a.get(0), a.get(1), a.get(2)),
                        "after whose steps, the program with its arguments, and what happens when it fails");
    }

    private static TypeBuilder<CheckPhase> checkPhase(TypeBuilder<CheckPhase> type) {
        return type.property("phase", String.class, CheckPhase::phase, "at the end of which phase")
                .property(
                        "command", ValueType.listOf(String.class), CheckPhase::command, "the program and its arguments")
                .property("onFailure", OnFailure.class, CheckPhase::onFailure, "what happens when it fails")
                .constructor(
                        List.of(PHASE, COMMAND, ON_FAILURE),
                        a -> new CheckPhase(a.get(0), a.get(1), a.get(2)),
                        "at the end of which phase, the program with its arguments, and what happens when it fails");
    }

    private static TypeBuilder<ReadSkill> readSkill(TypeBuilder<ReadSkill> type) {
        return type.property("agent", String.class, ReadSkill::agent, "who reads it")
                .property("skill", String.class, ReadSkill::skill, "the skill's name")
                .constructor(
                        List.of(AGENT, param("skill", String.class)),
                        a -> new ReadSkill(a.get(0), a.get(1)),
                        "who reads which skill");
    }

    private static TypeBuilder<UseSkill> useSkill(TypeBuilder<UseSkill> type) {
        return type.property("skill", String.class, UseSkill::skill, "the skill's name")
                .property("when", String.class, UseSkill::when, "when it is read")
                .constructor(
                        List.of(param("skill", String.class), param("when", String.class)),
                        a -> new UseSkill(a.get(0), a.get(1)),
                        "which skill, and when it is read");
    }

    private static TypeBuilder<TestIn> testIn(TypeBuilder<TestIn> type) {
        return type.property("agent", String.class, TestIn::agent, "who writes the tests")
                .property("layer", String.class, TestIn::layer, "a test layer of pack.yaml")
                .constructor(
                        List.of(AGENT, param("layer", String.class)),
                        a -> new TestIn(a.get(0), a.get(1)),
                        "who writes tests of which layer");
    }

    private static TypeBuilder<WorkIn> workIn(TypeBuilder<WorkIn> type) {
        return type.property("agent", String.class, WorkIn::agent, "who works there")
                .property("module", String.class, WorkIn::module, "a module of pack.yaml")
                .constructor(
                        List.of(AGENT, param("module", String.class)),
                        a -> new WorkIn(a.get(0), a.get(1)),
                        "who works in which module");
    }

    private static TypeBuilder<Escalate> escalate(TypeBuilder<Escalate> type) {
        return type.property("kind", String.class, Escalate::kind, "what about, such as frontend")
                .property("to", String.class, Escalate::to, "who has to decide or take over")
                .constructor(List.of(KIND, TO), a -> new Escalate(a.get(0), a.get(1)), "what about, and to whom");
    }

    private static TypeBuilder<HandOver> handOver(TypeBuilder<HandOver> type) {
        return type.property("to", String.class, HandOver::to, "who takes the task over")
                .constructor(List.of(TO), a -> new HandOver(a.get(0)), "to whom");
    }

    private static TypeBuilder<Ask> ask(TypeBuilder<Ask> type) {
        Parameter id = param("id", String.class);
        return type.property("id", String.class, Ask::id, "the question's id, by which it is answered")
                .property("text", String.class, Ask::text, "the question")
                .property(
                        "choices",
                        ValueType.listOf(String.class),
                        Ask::choices,
                        "possible answers; empty means any words")
                .constructor(List.of(id, TEXT), a -> new Ask(a.get(0), a.get(1)), "a question that takes any words")
                .constructor(
                        List.of(id, TEXT, param("choices", ValueType.listOf(String.class))),
                        a -> new Ask(a.get(0), a.get(1), a.get(2)),
                        "a question with the answers to choose from");
    }

    private static TypeBuilder<Risk> risk(TypeBuilder<Risk> type) {
        return type.property("text", String.class, Risk::text, "what may go wrong")
                .property("severity", Severity.class, Risk::severity, "how much it would hurt")
                .constructor(
                        List.of(TEXT, param("severity", Severity.class)),
                        a -> new Risk(a.get(0), a.get(1)),
                        "what may go wrong, and how much it would hurt");
    }

    private static TypeBuilder<SuccessCriterion> criterion(TypeBuilder<SuccessCriterion> type) {
        return type.property("text", String.class, SuccessCriterion::text, "the criterion")
                .constructor(List.of(TEXT), a -> new SuccessCriterion(a.get(0)), "in words");
    }

    private static TypeBuilder<Rollback> rollback(TypeBuilder<Rollback> type) {
        return type.property("agent", String.class, Rollback::agent, "whose step")
                .property("purpose", String.class, Rollback::purpose, "its purpose")
                .property("text", String.class, Rollback::text, "how it is taken back")
                .constructor(
                        List.of(AGENT, PURPOSE, TEXT),
                        a -> new Rollback(a.get(0), a.get(1), a.get(2)),
                        "whose step, its purpose, and how it is taken back");
    }

    private static TypeBuilder<Estimate> estimate(TypeBuilder<Estimate> type) {
        return type.property("complexity", Complexity.class, Estimate::complexity, "the size")
                .constructor(List.of(param("complexity", Complexity.class)), a -> new Estimate(a.get(0)), "by size");
    }
}
