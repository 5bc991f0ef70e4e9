package dev.muster.policy;

import dev.muster.fact.Answer;
import dev.muster.fact.Given;
import dev.muster.fact.Task;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.PlanningWatch.Stage;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import dev.muster.reading.matching.ReadingStoppedException;
import dev.muster.reading.matching.Signals;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of the data: text, reading, facts, rules, proposals, plan. */
public final class Planner {
    private Planner() {}

    /** The plan for the stamp's task. */
    public static Plan plan(Pack pack, Settling.Stamp stamp) {
        return plan(pack, stamp, PlanningWatch.NONE);
    }

    /** The plan for the stamp's task, while somebody watches. */
    public static Plan plan(Pack pack, Settling.Stamp stamp, PlanningWatch watch) {
        Task task = new Task(stamp.task().title(), stamp.task().description());
        TaskContext context = stamp.task().context();
        return Allowance.forPlan(() -> {
            Reading reading = watch.stage(Stage.READING, pack.name(), () -> read(pack, task));
            PolicyDecision decision =
                    watch.stage(Stage.RULES, pack.name(), () -> decide(pack, task, context, reading, List.of()));
            watch.fired(pack.name(), decision.inference().firings().size());
            return watch.stage(Stage.SETTLING, pack.name(), () -> settle(pack, decision, stamp));
        });
    }

    /** What the pack's rules say to a task, or to facts alone. */
    public static PolicyDecision decide(Pack pack, @Nullable Task task, TaskContext context, List<Object> given) {
        return Allowance.forPlan(() -> {
            Reading reading = task == null ? new Reading(List.of(), List.of(), List.of()) : read(pack, task);
            return decide(pack, task, context, reading, given);
        });
    }

    /** What a task's text says by the pack's signals. */
    public static Reading read(Pack pack, Task task) {
        return read(pack.signals(), task);
    }

    static Reading read(Signals signals, Task task) {
        return Allowance.forPlan(() -> {
            try {
                return Reader.read(task, signals);
            } catch (ReadingStoppedException e) {
                throw new RuleLimitException(String.valueOf(e.getMessage()), e.place(), e);
            }
        });
    }

    /** What the rules would say to a task if its text read like this. */
    public static PolicyDecision decide(
            Pack pack, @Nullable Task task, TaskContext context, Reading reading, List<Object> given) {
        List<Object> facts = new ArrayList<>();
        if (task != null) {
            facts.add(task);
        }
        facts.addAll(contextFacts(context));
        facts.addAll(packFacts(pack));
        facts.addAll(reading.signals());
        facts.addAll(reading.mentions());
        facts.addAll(reading.sentences());
        facts.addAll(given);
        return Allowance.forPlan(() -> {
            Inference inference = pack.rules().infer(facts, SessionLimits.DEFAULT);
            return new PolicyDecision(reading, inference, Reasons.of(inference));
        });
    }

    /** One plan of what was decided. */
    public static Plan settle(Pack pack, PolicyDecision decision, Settling.Stamp stamp) {
        return Allowance.forPlan(() -> {
            try {
                return new Settling(pack.settings().frame(), pack.agents().facts()).settle(stamp, decision.concluded());
            } catch (OverLimitException e) {
                throw unsettled(pack, decision, e.reached(), e);
            } catch (StackOverflowError | OutOfMemoryError e) {
                throw unsettled(pack, decision, e.getClass().getSimpleName(), e);
            }
        });
    }

    private static RuleLimitException unsettled(Pack pack, PolicyDecision decision, String reached, Throwable cause) {
        Place most = mostConcluding(decision);
        String message = "The settling was stopped after " + reached + ": the rules of " + pack.name() + " propose "
                + decision.concluded().size() + " things, most of them by the rule at " + most
                + ". Let them propose fewer.";
        return new RuleLimitException(message, most, cause);
    }

    /** Where the rule stands that concluded most. */
    private static @Nullable Place mostConcluding(PolicyDecision decision) {
        Map<Place, Long> counts = decision.concluded().stream()
                .flatMap(concluded -> concluded.because().stream().limit(1))
                .collect(Collectors.groupingBy(
                        because -> new Place(because.file(), because.line(), 1), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The facts that are there for every task. */
    private static List<Object> packFacts(Pack pack) {
        List<Object> facts = new ArrayList<>(pack.settings().frame().modules());
        facts.addAll(pack.agents().facts());
        facts.addAll(pack.rows());
        return facts;
    }

    /** What was given beside the text. */
    static List<Object> contextFacts(TaskContext context) {
        List<Object> facts = new ArrayList<>();
        context.modules().forEach(module -> facts.add(new Given("module", module)));
        context.files().forEach(file -> facts.add(new Given("file", file)));
        context.constraints().forEach(constraint -> facts.add(new Given("constraint", constraint)));
        Workspace workspace = context.workspace();
        if (workspace != null) {
            workspace.files().forEach(file -> facts.add(new Given("found-file", file)));
            workspace.dependencies().forEach(dependency -> facts.add(new Given("dependency", dependency)));
        }
        context.answers().forEach((question, text) -> facts.add(new Answer(question, text)));
        return facts;
    }
}
