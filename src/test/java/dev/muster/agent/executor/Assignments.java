package dev.muster.agent.executor;

import dev.muster.agent.AgentFile;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.TaskContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Assignments for tests: one of work, with the parts that a test is about put in. */
public final class Assignments {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private Assignments() {}

    public static AgentFile agent(String frontMatter, String prompt) {
        String text = "---\n" + frontMatter + "\n---\n" + prompt + "\n";
        return Objects.requireNonNull(AgentFile.read("agents/a.md", text));
    }

    public static AgentFile agent() {
        return agent("name: builder\ndescription: Builds.", "You build what is asked for.");
    }

    public static Assignment work(Path folder) {
        return of(folder, Purpose.WORK, agent(), null);
    }

    public static Assignment review(Path folder) {
        return of(folder, Purpose.REVIEW, agent(), null);
    }

    public static Assignment of(Path folder, Purpose purpose, AgentFile agent, @Nullable Session session) {
        String key = "test-plan/1/step-1/1/" + NEXT.incrementAndGet();
        return of(folder, purpose, agent, session, new AttemptId("run-1", "test-plan", 1, "step-1", 1, 1, key, 1));
    }

    public static Assignment of(
            Path folder, Purpose purpose, AgentFile agent, @Nullable Session session, AttemptId id) {
        return new Assignment(
                id,
                purpose,
                purpose == Purpose.REVIEW ? "security" : null,
                agent,
                new PlannedTask(null, "Add an upload", "Customers upload \"invoices\"; $(rm -rf .)", TaskContext.NONE),
                "Build the endpoint.",
                List.of(),
                List.of(),
                List.of("the endpoint"),
                List.of("an invoice can be uploaded"),
                folder,
                folder.resolve(".attempt"),
                new CallAllowance(Duration.ofSeconds(60), null),
                session);
    }

    public static Assignment within(Assignment from, CallAllowance allowance) {
        return new Assignment(
                from.id(),
                from.purpose(),
                from.gate(),
                from.agent(),
                from.task(),
                from.instruction(),
                from.inputs(),
                from.findings(),
                from.deliverables(),
                from.successCriteria(),
                from.workFolder(),
                from.attemptFolder(),
                allowance,
                from.session());
    }

    public static Assignment with(Assignment from, List<Handed> inputs, List<Finding> findings) {
        return new Assignment(
                from.id(),
                from.purpose(),
                from.gate(),
                from.agent(),
                from.task(),
                from.instruction(),
                inputs,
                findings,
                from.deliverables(),
                from.successCriteria(),
                from.workFolder(),
                from.attemptFolder(),
                from.allowance(),
                from.session());
    }
}
