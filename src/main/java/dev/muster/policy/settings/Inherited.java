package dev.muster.policy.settings;

import dev.muster.fact.Module;
import dev.muster.plan.Limits;
import dev.muster.plan.Plan.Check;
import dev.muster.plan.Reviewing;
import dev.muster.plan.settling.Frame;
import dev.muster.plan.settling.Frame.PhaseFrame;
import dev.muster.policy.settings.PackSettings.ExecutorFor;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Settings of a pack over those of the packs that it extends: what it says itself counts, by name where there are names. */
record Inherited(PackSettings parent, YamlNode root) {
    PackSettings with(PackSettings own, Map<String, List<Check>> checks) {
        return new PackSettings(
                own.title(),
                root.has("casesMustPass") ? own.casesMustPass() : parent.casesMustPass(),
                frame(parent.frame(), own.frame(), checks),
                names(own),
                tables(own),
                together(parent.silence(), own.silence()),
                executors(own));
    }

    private List<ExecutorFor> executors(PackSettings own) {
        Map<String, ExecutorFor> byAgent = new LinkedHashMap<>();
        together(parent.executors(), own.executors()).forEach(executor -> byAgent.put(executor.agent(), executor));
        return List.copyOf(byAgent.values());
    }

    private Frame frame(Frame from, Frame own, Map<String, List<Check>> checks) {
        TreeMap<String, Reviewing> reviews = new TreeMap<>(from.reviews());
        reviews.putAll(own.reviews());
        Map<String, Module> modules = new LinkedHashMap<>();
        from.modules().forEach(module -> modules.put(module.name(), module));
        own.modules().forEach(module -> modules.put(module.name(), module));
        boolean codeBase = root.has("repositories") || root.has("testLayers") || root.has("delivery");
        boolean limits = root.has("limits");
        boolean sequentialOnly = root.has("sequentialOnly") ? own.sequentialOnly() : from.sequentialOnly();
        return new Frame(
                root.has("phases") ? own.phases() : checked(from.phases(), checks),
                reviews,
                limits ? own.limits() : limits(from.limits(), sequentialOnly),
                limits ? own.limitsBecause() : from.limitsBecause(),
                List.copyOf(modules.values()),
                root.has("prerequisites") ? own.prerequisites() : from.prerequisites(),
                codeBase ? own.codeBase() : from.codeBase(),
                root.has("running") ? own.running() : from.running(),
                sequentialOnly,
                from.skills());
    }

    /** Whoever says that nothing is ever done side by side need not say so again of agents. */
    private static Limits limits(Limits from, boolean sequentialOnly) {
        int parallelAgents = sequentialOnly ? 1 : from.parallelAgents();
        return new Limits(from.steps(), parallelAgents, from.attempts(), from.rounds(), from.minutes(), from.cost());
    }

    /** Checks of the pack itself come after those that its phases had. */
    private static List<PhaseFrame> checked(List<PhaseFrame> phases, Map<String, List<Check>> checks) {
        return phases.stream()
                .map(phase -> new PhaseFrame(
                        phase.name(),
                        phase.mode(),
                        phase.optional(),
                        phase.always(),
                        phase.hint(),
                        together(phase.checks(), checks.getOrDefault(phase.name(), List.of())),
                        checked(phase.phases(), checks),
                        phase.because()))
                .toList();
    }

    private Map<ColumnKind, List<String>> names(PackSettings own) {
        Map<ColumnKind, List<String>> names = new EnumMap<>(ColumnKind.class);
        names.putAll(parent.names());
        own.names().forEach((kind, list) -> {
            Set<String> all = new LinkedHashSet<>(names.getOrDefault(kind, List.of()));
            all.addAll(list);
            names.put(kind, List.copyOf(all));
        });
        return names;
    }

    private Map<String, PackSettings.TableSettings> tables(PackSettings own) {
        Map<String, PackSettings.TableSettings> tables = new HashMap<>(parent.tables());
        tables.putAll(own.tables());
        return tables;
    }

    private static <T> List<T> together(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
