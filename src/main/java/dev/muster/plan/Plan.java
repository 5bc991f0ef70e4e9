package dev.muster.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An execution plan: what a task comes to under a policy, with the reason behind every entry. All of it but {@code id} and
 * {@code createdAt} follows from task, context, pack version and answers.
 *
 * @param id names the plan for people and doors
 * @param version counted from 1; answers to a plan's questions give the next version
 * @param leftOut what the limit on steps kept out of the plan
 */
public record Plan(
        String id,
        int version,
        Instant createdAt,
        Status status,
        PackRef pack,
        PlannedTask task,
        Analysis analysis,
        Delegation delegation,
        List<Phase> phases,
        List<Question> questions,
        List<Escalation> escalations,
        List<Prerequisite> prerequisites,
        List<Risk> risks,
        List<SuccessCriterion> successCriteria,
        List<Rollback> rollback,
        Estimate estimate,
        Limits limits,
        List<LeftOut> leftOut) {

    public Plan {
        phases = List.copyOf(phases);
        questions = List.copyOf(questions);
        escalations = List.copyOf(escalations);
        prerequisites = List.copyOf(prerequisites);
        risks = List.copyOf(risks);
        successCriteria = List.copyOf(successCriteria);
        rollback = List.copyOf(rollback);
        leftOut = List.copyOf(leftOut);
    }

    /** All steps in the order of the plan, nested stages included. */
    public Stream<Step> steps() {
        return phases.stream().flatMap(Phase::allSteps);
    }

    /** Whether a plan can be run as it is. */
    public enum Status {
        READY,
        NEEDS_ANSWERS
    }

    /** How the work is given out: to one agent, to several in an order, or to somebody else altogether. */
    public enum Delegation {
        DIRECT,
        ORCHESTRATED,
        HANDOVER
    }

    /** The policy that made the plan: its name, the hash of its content, and why it was this one. */
    public record PackRef(String name, String version, List<Because> because) {
        public PackRef {
            because = List.copyOf(because);
        }
    }

    /** The task as it was planned, with the submitter's own reference to it, if any. */
    public record PlannedTask(@Nullable String ref, String title, String description, TaskContext context) {}

    /** What was made out about the task. */
    public record Analysis(
            String summary,
            Requirements requirements,
            List<Named> taskTypes,
            String pattern,
            String scope,
            List<Named> categories,
            List<Named> securityTriggers,
            List<Named> performanceTriggers,
            Map<String, List<Named>> otherTriggers,
            List<Because> because) {
        public Analysis {
            taskTypes = List.copyOf(taskTypes);
            categories = List.copyOf(categories);
            securityTriggers = List.copyOf(securityTriggers);
            performanceTriggers = List.copyOf(performanceTriggers);
            otherTriggers = Collections.unmodifiableMap(new TreeMap<>(otherTriggers));
            because = List.copyOf(because);
        }
    }

    /** What the result has to meet. */
    public record Requirements(
            List<Worded> functional, List<Worded> nonFunctional, List<Worded> constraints, List<Worded> affected) {
        public Requirements {
            functional = List.copyOf(functional);
            nonFunctional = List.copyOf(nonFunctional);
            constraints = List.copyOf(constraints);
            affected = List.copyOf(affected);
        }
    }

    /** A name of the policy's vocabulary, and why it applies. */
    public record Named(String name, List<Because> because) {
        public Named {
            because = List.copyOf(because);
        }
    }

    /** A sentence, and where it comes from. */
    public record Worded(String text, List<Because> because) {
        public Worded {
            because = List.copyOf(because);
        }
    }

    /** A stretch of the work. Its nested stages come after its own steps. */
    public record Phase(
            String name,
            PhaseMode mode,
            Optionality optional,
            @Nullable String hint,
            List<Check> checks,
            List<Phase> phases,
            List<Step> steps) {
        public Phase {
            checks = List.copyOf(checks);
            phases = List.copyOf(phases);
            steps = List.copyOf(steps);
        }

        Stream<Step> allSteps() {
            return Stream.concat(steps.stream(), phases.stream().flatMap(Phase::allSteps));
        }
    }

    /** One agent's piece of the work. */
    public record Step(
            String id,
            String agent,
            Role role,
            String purpose,
            String kind,
            String instruction,
            List<String> skills,
            List<String> dependsOn,
            boolean blocking,
            List<String> deliverables,
            @Nullable String module,
            @Nullable String workingFolder,
            @Nullable String repository,
            List<Check> checks,
            List<ReviewGate> reviews,
            List<Because> because) {
        public Step {
            skills = List.copyOf(skills);
            dependsOn = List.copyOf(dependsOn);
            deliverables = List.copyOf(deliverables);
            checks = List.copyOf(checks);
            reviews = List.copyOf(reviews);
            because = List.copyOf(because);
        }
    }

    /** A command that must pass. */
    public record Check(List<String> command, OnFailure onFailure, List<Because> because) {
        public Check {
            command = List.copyOf(command);
            because = List.copyOf(because);
        }
    }

    /** A reviewer's verdict that a step's output must get. */
    public record ReviewGate(String kind, String agent, ReviewLevel level, int maxRounds, List<Because> because) {
        public ReviewGate {
            because = List.copyOf(because);
        }
    }

    /** What a person must answer first. */
    public record Question(String id, String text, @Nullable List<String> choices, List<Because> because) {
        public Question {
            because = List.copyOf(because);
        }
    }

    /** What a person or another team has to decide or take over. */
    public record Escalation(String kind, String to, List<Because> because) {
        public Escalation {
            because = List.copyOf(because);
        }
    }

    /** A file that must be there before anything starts; {@code present} is null where nobody could look. */
    public record Prerequisite(String path, @Nullable Boolean present, List<Because> because) {
        public Prerequisite {
            because = List.copyOf(because);
        }
    }

    /** Something that may go wrong. */
    public record Risk(String text, Severity severity, List<Because> because) {
        public Risk {
            because = List.copyOf(because);
        }
    }

    /** How one sees that the work is done. */
    public record SuccessCriterion(String text, List<Because> because) {
        public SuccessCriterion {
            because = List.copyOf(because);
        }
    }

    /** How a step is taken back; entries stand in the order in which they are to be done: the last step first. */
    public record Rollback(String step, String text, List<Because> because) {
        public Rollback {
            because = List.copyOf(because);
        }
    }

    /** How much work it is. */
    public record Estimate(Complexity complexity, List<Because> because) {
        public Estimate {
            because = List.copyOf(because);
        }
    }

    /** A step that the limit on steps kept out. */
    public record LeftOut(String agent, String purpose, List<Because> because) {
        public LeftOut {
            because = List.copyOf(because);
        }
    }
}
