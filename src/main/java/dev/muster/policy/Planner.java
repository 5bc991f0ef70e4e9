package dev.muster.policy;

import dev.muster.fact.Answer;
import dev.muster.fact.Given;
import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import dev.muster.plan.Settling;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.Limits;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of the data: text, reading, facts, rules, proposals, plan. */
public final class Planner {
    private Planner() {}

    /** The plan for the stamp's task. */
    public static Plan plan(Pack pack, Settling.Stamp stamp) {
        Task task = new Task(stamp.task().title(), stamp.task().description());
        return settle(pack, decide(pack, task, stamp.task().context(), List.of()), stamp);
    }

    /** What the pack's rules say to a task, or to facts alone. */
    public static Decision decide(Pack pack, @Nullable Task task, TaskContext context, List<Object> given) {
        Reading reading =
                task == null ? new Reading(List.of(), List.of(), List.of()) : Reader.read(task, pack.signals());
        return decide(pack, task, context, reading, given);
    }

    /** What the rules would say to a task if its text read like this. */
    public static Decision decide(
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
        Inference inference = pack.rules().infer(facts, Limits.DEFAULT);
        return new Decision(reading, inference, Reasons.of(inference));
    }

    /** One plan of what was decided. */
    public static Plan settle(Pack pack, Decision decision, Settling.Stamp stamp) {
        return new Settling(pack.settings().frame(), pack.agents().facts()).settle(stamp, decision.concluded());
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
