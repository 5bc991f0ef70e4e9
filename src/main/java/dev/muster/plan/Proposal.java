package dev.muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule concludes for the plan. Rules propose in any order and as often as they like; settling makes one plan of it.
 * Steps are named by agent and purpose, because a step has no other name before it is settled.
 */
public sealed interface Proposal {

    /**
     * An agent takes part. Without a purpose it says only <em>who</em>: it joins the agent's purposes, whatever they are.
     */
    record UseAgent(String agent, Role role, @Nullable String purpose) implements Proposal {
        public UseAgent(String agent, Role role) {
            this(agent, role, null);
        }
    }

    /** What an agent does under a purpose, and in which phase. */
    record Duty(String agent, String purpose, String phase, String text, List<String> deliverables, boolean blocking)
            implements Proposal {
        public Duty {
            deliverables = List.copyOf(deliverables);
        }
    }

    /** Something that a step has to pay attention to in this task. */
    record Focus(String agent, String purpose, String text) implements Proposal {}

    /** One step comes before another, where both are in the plan. */
    record Before(String agent, String purpose, String thenAgent, String thenPurpose) implements Proposal {}

    /** A step of its own in which an agent reviews the whole work for something. */
    record Review(String kind, String agent) implements Proposal {}

    /** What an agent hands in is judged by a reviewer before the run goes on. */
    record ReviewOutput(String agent, String kind, String reviewer) implements Proposal {}

    /** A command that must pass after an agent's step. */
    record CheckStep(String agent, List<String> command, OnFailure onFailure) implements Proposal {
        public CheckStep {
            command = List.copyOf(command);
        }
    }

    /** A command that must pass at the end of a phase. */
    record CheckPhase(String phase, List<String> command, OnFailure onFailure) implements Proposal {
        public CheckPhase {
            command = List.copyOf(command);
        }
    }

    /** An agent reads a skill before it begins. */
    record ReadSkill(String agent, String skill) implements Proposal {}

    /** A skill that belongs to the work as a whole, and when it is read. */
    record UseSkill(String skill, String when) implements Proposal {}

    /** What an agent writes are tests of one of the pack's layers. */
    record TestIn(String agent, String layer) implements Proposal {}

    /** An agent works in one module of the code base. */
    record WorkIn(String agent, String module) implements Proposal {}

    /** A person or another team has to decide or take over something. */
    record Escalate(String kind, String to) implements Proposal {}

    /** The whole task belongs to somebody else; what is planned here, if anything, comes beside it. */
    record HandOver(String to) implements Proposal {}

    /** A question that a person must answer before the plan can be run. */
    record Ask(String id, String text, List<String> choices) implements Proposal {
        public Ask(String id, String text) {
            this(id, text, List.of());
        }

        public Ask {
            choices = List.copyOf(choices);
        }
    }

    /** Something that may go wrong. */
    record Risk(String text, Severity severity) implements Proposal {}

    /** How one sees that the work is done. */
    record SuccessCriterion(String text) implements Proposal {}

    /** How what a step did is taken back. */
    record Rollback(String agent, String purpose, String text) implements Proposal {}

    /** How much work it is; the largest estimate counts. */
    record Estimate(Complexity complexity) implements Proposal {}
}
