package dev.muster.plan;

import dev.muster.plan.CodeBase.TestLayer;
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
 * @param delivery how finished work is handed in; null where it just stays
 * @param running how the plan wants to be carried out; null in plans of versions that did not say
 * @param handedOver plans of other packs for the same task
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
        List<LeftOut> leftOut,
        List<Skill> skills,
        List<Repository> repositories,
        @Nullable Delivery delivery,
        @Nullable Running running,
        List<HandedOver> handedOver) {
    public Plan {
        phases = List.copyOf(phases);
        questions = List.copyOf(questions);
        escalations = List.copyOf(escalations);
        prerequisites = List.copyOf(prerequisites);
        risks = List.copyOf(risks);
        successCriteria = List.copyOf(successCriteria);
        rollback = List.copyOf(rollback);
        leftOut = List.copyOf(leftOut);
        skills = List.copyOf(skills);
        repositories = List.copyOf(repositories);
        handedOver = List.copyOf(handedOver);
    }

    /** All steps in the order of the plan, nested stages included. */
    public Stream<Step> steps() {
        return phases.stream().flatMap(Phase::allSteps);
    }

    /**
     * The same plan with the plans of those who take the task over. What was an escalation to one of them is none any more:
     * it is planned.
     */
    public Plan withHandedOver(List<HandedOver> others) {
        List<String> planned = others.stream().map(HandedOver::to).toList();
        boolean open = others.stream().anyMatch(other -> other.plan().status() == Status.NEEDS_ANSWERS);
        return new Plan(
                id,
                version,
                createdAt,
                open ? Status.NEEDS_ANSWERS : status,
                pack,
                task,
                analysis,
                delegation,
                phases,
                questions,
                escalations.stream()
                        .filter(escalation -> !planned.contains(escalation.to()))
                        .toList(),
                prerequisites,
                risks,
                successCriteria,
                rollback,
                estimate,
                limits,
                leftOut,
                skills,
                repositories,
                delivery,
                running,
                others);
    }

    /** Its questions and those of the plans nested in it. */
    public Stream<Question> allQuestions() {
        return Stream.concat(
                questions.stream(),
                handedOver.stream().flatMap(other -> other.plan().allQuestions()));
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

        public Stream<Step> allSteps() {
            return Stream.concat(steps.stream(), phases.stream().flatMap(Phase::allSteps));
        }
    }

    /**
     * One agent's piece of the work.
     *
     * @param judging how binding a reviewer's step is; null where the step is no reviewer's
     */
    public record Step(
            String id,
            String agent,
            Role role,
            String purpose,
            String kind,
            String instruction,
            List<String> skills,
            List<SkillSection> sections,
            List<String> dependsOn,
            boolean blocking,
            List<String> deliverables,
            @Nullable String module,
            @Nullable String workingFolder,
            @Nullable String repository,
            @Nullable TestLayer testLayer,
            List<Check> checks,
            List<ReviewGate> reviews,
            @Nullable Reviewing judging,
            List<Because> because) {
        public Step {
            skills = List.copyOf(skills);
            sections = List.copyOf(sections);
            dependsOn = List.copyOf(dependsOn);
            deliverables = List.copyOf(deliverables);
            checks = List.copyOf(checks);
            reviews = List.copyOf(reviews);
            because = List.copyOf(because);
        }
    }

    /** A skill whose text is part of a step's instruction, and why. */
    public record SkillSection(String skill, List<Because> because) {
        public SkillSection {
            because = List.copyOf(because);
        }
    }

    /** A skill that belongs to the work as a whole, and when it is read. */
    public record Skill(String name, String when, List<Because> because) {
        public Skill {
            because = List.copyOf(because);
        }
    }

    /** A repository that steps of this plan work in. */
    public record Repository(String name, String path, List<String> steps, List<Because> because) {
        public Repository {
            steps = List.copyOf(steps);
            because = List.copyOf(because);
        }
    }

    /** How finished work is handed in: by which steps, and what they do for every repository that was changed. */
    public record Delivery(List<String> steps, List<CodeBase.Action> actions, List<Because> because) {
        public Delivery {
            steps = List.copyOf(steps);
            actions = List.copyOf(actions);
            because = List.copyOf(because);
        }
    }

    /** The plan of another pack that takes the task over, wholly or beside this one. */
    public record HandedOver(String to, Plan plan, List<Because> because) {
        public HandedOver {
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
