package dev.muster.app.ports;

import dev.muster.agent.executor.AttemptId;
import dev.muster.agent.executor.Executor;
import dev.muster.plan.Plan;
import dev.muster.policy.PlanningWatch;
import dev.muster.policy.live.InForce;
import dev.muster.run.event.Logged;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is told what is being done, so that it can be measured. What is done does not depend on it. */
public interface Telemetry extends PlanningWatch {
    /** Tells nobody. */
    Telemetry NONE = new Telemetry() {
        @Override
        public Plan planning(String id, Supplier<Plan> work) {
            return work.get();
        }

        @Override
        public <T> T stage(Stage stage, String pack, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void fired(String pack, int rules) {}

        @Override
        public void policies(InForce before, InForce now) {}

        @Override
        public void kept(String runId, List<Logged> events) {}

        @Override
        public void carrying(String runId, Runnable work) {
            work.run();
        }

        @Override
        public Executor watched(String name, Executor executor) {
            return executor;
        }

        @Override
        public @Nullable String traceparent(AttemptId id) {
            return null;
        }
    };

    /** A task is planned, with all that is handed over to other packs, into a plan of this id. */
    Plan planning(String id, Supplier<Plan> work);

    /** Other policies are in force in a server. */
    void policies(InForce before, InForce now);

    /** Events of a run were kept by this process. */
    void kept(String runId, List<Logged> events);

    /** This thread carries a run out until it is handed back. */
    void carrying(String runId, Runnable work);

    /** An executor of a name that tells of its calls. */
    Executor watched(String name, Executor executor);

    /** Whose part a call is, as W3C's Trace Context has it; null where nobody traces. */
    @Nullable
    String traceparent(AttemptId id);
}
