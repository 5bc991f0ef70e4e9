package dev.muster.run;

import dev.muster.plan.Complexity;
import dev.muster.plan.Limits;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Check;
import dev.muster.plan.Plan.Escalation;
import dev.muster.plan.Plan.HandedOver;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.ReviewGate;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Reviewing;
import dev.muster.plan.Role;
import dev.muster.plan.Running;
import dev.muster.plan.TaskContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans to run, in a few words. */
public final class PlanOf {
    private PlanOf() {}

    public static Plan phases(Phase... phases) {
        return new Builder(List.of(phases)).plan();
    }

    public static Builder plan(Phase... phases) {
        return new Builder(List.of(phases));
    }

    public static Phase phase(String name, Step... steps) {
        return new Phase(name, PhaseMode.SEQUENTIAL, Optionality.NEVER, null, List.of(), List.of(), List.of(steps));
    }

    static Phase optional(Phase p) {
        return new Phase(p.name(), p.mode(), Optionality.ASK, p.hint(), p.checks(), p.phases(), p.steps());
    }

    static Phase checked(Phase p, OnFailure onFailure, String... commands) {
        List<Check> checks = Arrays.stream(commands)
                .map(command -> new Check(List.of(command.split(" ", -1)), onFailure, List.of()))
                .toList();
        List<Check> all = Stream.concat(p.checks().stream(), checks.stream()).toList();
        return new Phase(p.name(), p.mode(), p.optional(), p.hint(), all, p.phases(), p.steps());
    }

    static Phase hinted(Phase p, String hint) {
        return new Phase(p.name(), p.mode(), p.optional(), hint, p.checks(), p.phases(), p.steps());
    }

    static Phase nested(Phase p, Phase... stages) {
        return new Phase(p.name(), p.mode(), p.optional(), p.hint(), p.checks(), List.of(stages), p.steps());
    }

    /** A step of the agent of the same name. */
    public static Work step(String id, String... after) {
        return new Work(id, List.of(after));
    }

    /** The parts of a step that a test may care about. */
    public static final class Work {
        private final String id;
        private final List<String> after;
        private final List<Check> checks = new ArrayList<>();
        private final List<ReviewGate> gates = new ArrayList<>();
        private Role role = Role.PRIMARY;
        private String kind = "work";
        private boolean blocking = true;
        private @Nullable Reviewing judging;

        private Work(String id, List<String> after) {
            this.id = id;
            this.after = after;
        }

        Work unblocking() {
            blocking = false;
            return this;
        }

        Work supporting() {
            role = Role.SUPPORTING;
            return this;
        }

        public Work check(OnFailure onFailure, String command) {
            checks.add(new Check(List.of(command.split(" ", -1)), onFailure, List.of()));
            return this;
        }

        public Work reviewed(String gate, ReviewLevel level, int rounds) {
            gates.add(new ReviewGate(gate, gate + "-reviewer", level, rounds, List.of()));
            return this;
        }

        public Work reviewing(String gate, ReviewLevel level, int rounds) {
            role = Role.REVIEWER;
            kind = gate;
            judging = new Reviewing(level, rounds);
            return this;
        }

        public Step done() {
            return new Step(
                    id,
                    id + "-agent",
                    role,
                    "do it",
                    kind,
                    "Do " + id + ".",
                    List.of(),
                    List.of(),
                    after,
                    blocking,
                    List.of(id + ".txt"),
                    null,
                    null,
                    null,
                    null,
                    checks,
                    gates,
                    judging,
                    List.of());
        }
    }

    /** The parts of a plan that a test may care about. */
    public static final class Builder {
        private final List<Phase> phases;
        private final List<Escalation> escalations = new ArrayList<>();
        private final List<Plan.Prerequisite> prerequisites = new ArrayList<>();
        private final List<HandedOver> handedOver = new ArrayList<>();
        private final Map<String, String> answers = new TreeMap<>();
        private Limits limits = new Limits(100, 4, 3, 3, 240, 20);
        private @Nullable Running running;

        private Builder(List<Phase> phases) {
            this.phases = phases;
        }

        public Builder limits(int steps, int parallel, int attempts, int rounds, int minutes, double cost) {
            limits = new Limits(steps, parallel, attempts, rounds, minutes, cost);
            return this;
        }

        public Builder escalation(String kind, String to) {
            escalations.add(new Escalation(kind, to, List.of()));
            return this;
        }

        Builder missing(String path) {
            prerequisites.add(new Plan.Prerequisite(path, false, List.of()));
            return this;
        }

        Builder answer(String question, String answer) {
            answers.put(question, answer);
            return this;
        }

        Builder handedOver(String to, Plan plan) {
            handedOver.add(new HandedOver(to, plan, List.of()));
            return this;
        }

        public Builder running(Running.Handing context, int parallelFailures) {
            running = new Running(
                    context,
                    true,
                    Running.Telling.PHASES,
                    true,
                    parallelFailures,
                    List.of(),
                    new Running.Report(Running.Format.TEXT, List.of()),
                    List.of());
            return this;
        }

        public Plan plan() {
            return new Plan(
                    "p1",
                    1,
                    Instant.EPOCH,
                    Plan.Status.READY,
                    new Plan.PackRef("backend", "v1", List.of()),
                    new Plan.PlannedTask(
                            null,
                            "Upload invoices",
                            "Customers upload invoices.",
                            TaskContext.of(List.of(), List.of(), List.of(), answers)),
                    new Plan.Analysis(
                            "Customers upload invoices.",
                            new Plan.Requirements(List.of(), List.of(), List.of(), List.of()),
                            List.of(),
                            "feature",
                            "multi-concern",
                            List.of(),
                            List.of(),
                            List.of(),
                            Map.of(),
                            List.of()),
                    Plan.Delegation.ORCHESTRATED,
                    phases,
                    List.of(),
                    escalations,
                    prerequisites,
                    List.of(),
                    List.of(new Plan.SuccessCriterion("An invoice can be uploaded.", List.of())),
                    List.of(),
                    new Plan.Estimate(Complexity.M, List.of()),
                    limits,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    running,
                    handedOver);
        }
    }
}
