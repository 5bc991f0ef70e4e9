package dev.muster.app.runs;

import dev.muster.agent.AgentFile;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.operator.ExecutorChoice;
import dev.muster.agent.executor.operator.ExecutorChoice.Chosen;
import dev.muster.agent.executor.operator.ExecutorChoice.Pick;
import dev.muster.agent.executor.operator.Executors;
import dev.muster.agent.executor.operator.OperatorConfig;
import dev.muster.app.operator.OperatorFile;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunMode;
import dev.muster.run.state.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who is called how in a run: chosen once, when it starts. */
@ApplicationScoped
class RunCallers {
    private static final Assigned REHEARSED = new Assigned(OperatorConfig.REHEARSAL, ExecutorKind.REHEARSED, null);

    private final OperatorFile operator;
    private final RunAgents agents;

    RunCallers(OperatorFile operator, RunAgents agents) {
        this.operator = operator;
        this.agents = agents;
    }

    /**
     * How everybody in a plan is called.
     *
     * @param configured whether anything says how
     */
    record Callers(Map<String, Assigned> byAgent, RunMode mode, boolean configured) {}

    /** An agent as a run names it, with the plan that it works for. */
    private record Role(String name, Plan plan) {
        String agent() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /**
     * Chooses.
     *
     * @throws Refusal where some have an executor and others have none, or one that is not configured
     */
    Callers of(Plan plan, boolean rehearse) {
        List<Role> roles = roles(plan);
        if (rehearse) {
            return new Callers(all(roles, _ -> REHEARSED), RunMode.REHEARSAL, true);
        }
        OperatorConfig config = operator.config();
        Map<Plan, Chosen> chosen = choose(config, roles);
        boolean rehearsed = chosen.values().stream().allMatch(Chosen::rehearsed);
        boolean configured = chosen.values().stream().allMatch(Chosen::configured);
        if (!rehearsed && !configured) {
            throw new Refusal(new RunReason.NobodyToCall(unconfigured(chosen)));
        }
        Executors executors = operator.executors();
        Map<String, Assigned> byAgent = all(roles, role -> {
            Pick pick = Objects.requireNonNull(chosen.get(role.plan)).byAgent().get(role.agent());
            return assigned(
                    config,
                    Objects.requireNonNull(
                            executors.how(Objects.requireNonNull(pick).executor())));
        });
        return new Callers(byAgent, mode(byAgent.values()), configured);
    }

    /** A rehearsal calls nobody. People who try it out with the others are asked, and their work takes no time. */
    static RunMode mode(Collection<Assigned> callers) {
        boolean someRehearse = callers.stream().anyMatch(caller -> caller.kind() == ExecutorKind.REHEARSED);
        boolean nobodyElse = callers.stream()
                .allMatch(caller -> caller.kind() == ExecutorKind.REHEARSED || caller.kind() == ExecutorKind.PERSON);
        return someRehearse && nobodyElse ? RunMode.REHEARSAL : RunMode.REAL;
    }

    private interface Assigning {
        Assigned to(Role role);
    }

    private static Map<String, Assigned> all(List<Role> roles, Assigning assigning) {
        Map<String, Assigned> byAgent = new TreeMap<>();
        roles.forEach(role -> byAgent.put(role.name, assigning.to(role)));
        return byAgent;
    }

    private static List<Role> roles(Plan plan) {
        List<Role> roles = new ArrayList<>();
        for (Route.RunStep stop : Route.of(plan).steps()) {
            roles.add(new Role(stop.agent(), stop.plan()));
            stop.gates().forEach(gate -> roles.add(new Role(gate.agent(), stop.plan())));
        }
        return roles;
    }

    /** Pack by pack, since each has its own agents and proposals. */
    private Map<Plan, Chosen> choose(OperatorConfig config, List<Role> roles) {
        Map<Plan, TreeSet<String>> names = new LinkedHashMap<>();
        roles.forEach(
                role -> names.computeIfAbsent(role.plan, _ -> new TreeSet<>()).add(role.agent()));
        Map<Plan, Chosen> chosen = new LinkedHashMap<>();
        List<String> why = new ArrayList<>();
        names.forEach((part, wanted) -> {
            switch (choose(config, part, wanted)) {
                case Chosen fine -> chosen.put(part, fine);
                case ExecutorChoice.Refused refused -> why.addAll(refused.why());
            }
        });
        if (!why.isEmpty()) {
            throw new Refusal(new RunReason.NobodyToCall(why));
        }
        return chosen;
    }

    private ExecutorChoice.Choice choose(OperatorConfig config, Plan part, TreeSet<String> wanted) {
        Pack pack = agents.packOf(part);
        List<AgentFile> files = wanted.stream()
                .map(name -> agents.find(part, name))
                .filter(Objects::nonNull)
                .toList();
        SortedMap<String, String> proposed = new TreeMap<>(pack.settings().executorsByAgent());
        return new ExecutorChoice(config).choose(pack.name(), files, proposed);
    }

    private static List<String> unconfigured(Map<Plan, Chosen> chosen) {
        return chosen.entrySet().stream()
                .filter(part -> !part.getValue().configured())
                .map(part ->
                        "Nothing says how the agents of the pack \"%s\" are called, while those of others are. Add them under `agents` in operator.yaml; with `executor: rehearsal` where nobody is to be called."
                                .formatted(part.getKey().pack().name()))
                .toList();
    }

    private static Assigned assigned(OperatorConfig config, CallMethod how) {
        return switch (how) {
            case CallMethod.Inside inside ->
                new Assigned(inside.name(), ExecutorKind.INSIDE, minutes(config, inside.name()));
            case CallMethod.Rehearsed rehearsed -> new Assigned(rehearsed.name(), ExecutorKind.REHEARSED, null);
            case CallMethod.Worker worker -> new Assigned(worker.name(), ExecutorKind.WORKER, null);
            case CallMethod.Person person -> new Assigned(person.name(), ExecutorKind.PERSON, null);
        };
    }

    private static @Nullable Integer minutes(OperatorConfig config, String executor) {
        return config.executors().get(executor) instanceof OperatorConfig.Settings.Command(var settings)
                ? Math.max(1, (int) settings.time().toMinutes())
                : null;
    }
}
