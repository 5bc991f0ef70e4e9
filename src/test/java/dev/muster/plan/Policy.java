package dev.muster.plan;

import dev.muster.fact.Agent;
import dev.muster.fact.Evidence;
import dev.muster.fact.Module;
import dev.muster.plan.settling.Frame;
import dev.muster.plan.settling.Frame.Needed;
import dev.muster.plan.settling.Frame.PhaseFrame;
import dev.muster.plan.settling.Reasoned;
import dev.muster.plan.settling.RunningFrame;
import dev.muster.plan.settling.Settling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small policy to settle: phases, agents, and what its rules concluded about one task. Each rule has a line of its own. */
public final class Policy {
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final List<PhaseFrame> phases = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private final List<Needed> prerequisites = new ArrayList<>();
    private final TreeMap<String, Reviewing> reviews = new TreeMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Reasoned<?>> concluded = new ArrayList<>();
    private final TreeMap<String, String> answers = new TreeMap<>();
    private Limits limits = Limits.DEFAULT;
    private String title = "";
    private String description = "";
    private @Nullable String ref;
    private @Nullable Workspace workspace;
    private CodeBase codeBase = CodeBase.UNKNOWN;
    private RunningFrame running = RunningFrame.USUAL;
    private boolean sequentialOnly;
    private final Map<String, String> skills = new TreeMap<>();

    public Policy task(String newTitle, String newDescription) {
        title = newTitle;
        description = newDescription;
        return this;
    }

    Policy ref(String newRef) {
        ref = newRef;
        return this;
    }

    public Policy agents(String... names) {
        Arrays.stream(names)
                .map(name -> new Agent(name, "Does what " + name + " does.", List.of(), "backend/" + name + ".md"))
                .forEach(agents::add);
        return this;
    }

    public Policy phases(String... names) {
        Arrays.stream(names).forEach(name -> phase(name, PhaseMode.SEQUENTIAL));
        return this;
    }

    public Policy parallel(String name) {
        return phase(name, PhaseMode.PARALLEL);
    }

    private Policy phase(String name, PhaseMode mode) {
        return phase(new PhaseFrame(
                name, mode, Optionality.NEVER, false, null, List.of(), List.of(), pack(4 + phases.size(), name)));
    }

    public Policy phase(PhaseFrame phase) {
        phases.add(phase);
        return this;
    }

    public static PhaseFrame stage(String name, PhaseFrame... nested) {
        return new PhaseFrame(
                name, PhaseMode.SEQUENTIAL, Optionality.NEVER, false, null, List.of(), List.of(nested), pack(4, name));
    }

    public Policy module(String name, String path) {
        modules.add(new Module(name, path, "what " + name + " is for"));
        return this;
    }

    Policy needs(String path) {
        prerequisites.add(new Needed(path, pack(30, path)));
        return this;
    }

    public Policy review(String kind, ReviewLevel level, int maxRounds) {
        reviews.put(kind, new Reviewing(level, maxRounds));
        return this;
    }

    Policy found(boolean complete, String... files) {
        workspace = new Workspace(List.of(files), List.of(), complete);
        return this;
    }

    Policy codeBase(CodeBase newCodeBase) {
        codeBase = newCodeBase;
        return this;
    }

    Policy running(RunningFrame newRunning) {
        running = newRunning;
        return this;
    }

    Policy sequentialOnly() {
        sequentialOnly = true;
        return this;
    }

    Policy skill(String name, String text) {
        skills.put(name, text);
        return this;
    }

    public Policy atMostSteps(int steps) {
        limits = new Limits(steps, 4, 3, 3, 240, 20);
        return this;
    }

    public Policy answered(String question, String answer) {
        answers.put(question, answer);
        return this;
    }

    /**
     * A rule concludes something, with the words of the task that it rests on.
     *
     * @param name the rule's name; what follows a colon is its reason in words
     */
    public Policy rule(String name, Object what, String... words) {
        concluded.add(new Reasoned<>(what, List.of(because(name, words))));
        return this;
    }

    /** Several conclusions of one rule without words of the task. */
    public Policy rule(String name, List<?> whats) {
        whats.forEach(what -> rule(name, what));
        return this;
    }

    /** A rule concludes something from a row of a table. */
    public Policy row(String rule, String file, int line, Object what) {
        Because row = new Because("row", file, line, "the row says so", List.of(), List.of());
        concluded.add(new Reasoned<>(what, List.of(because(rule), row)));
        return this;
    }

    private Because because(String rule, String... words) {
        int line = lines.computeIfAbsent(rule, r -> 10 * (lines.size() + 1));
        List<String> facts = words.length == 0 ? List.of() : List.of("Signal topic " + words[0]);
        List<Evidence> evidence = Arrays.stream(words).map(this::find).toList();
        String[] parts = rule.split(": ", 2);
        return new Because(parts[0], "backend/rules.drl", line, parts[parts.length - 1], facts, evidence);
    }

    private Evidence find(String words) {
        String in = title.contains(words) ? "title" : "description";
        int start = Math.max(0, (in.equals("title") ? title : description).indexOf(words));
        return new Evidence(words, start, start + words.length(), in);
    }

    static Because pack(int line, String about) {
        return new Because("pack.yaml", "backend/pack.yaml", line, "the pack has " + about, List.of(), List.of());
    }

    Frame frame() {
        return new Frame(
                phases,
                reviews,
                limits,
                pack(25, "limits"),
                modules,
                prerequisites,
                codeBase,
                running,
                sequentialOnly,
                skills);
    }

    /** The same conclusions and agents in another order. */
    public Plan settleShuffled(long seed) {
        List<Agent> shuffledAgents = new ArrayList<>(agents);
        List<Reasoned<?>> shuffled = new ArrayList<>(concluded);
        Collections.shuffle(shuffledAgents, new Random(seed));
        Collections.shuffle(shuffled, new Random(seed));
        return new Settling(frame(), shuffledAgents).settle(stamp(), shuffled);
    }

    public Plan settle() {
        return new Settling(frame(), agents).settle(stamp(), concluded);
    }

    private Settling.Stamp stamp() {
        TaskContext context =
                TaskContext.of(List.of(), List.of(), List.of(), answers).withWorkspace(workspace);
        return new Settling.Stamp(
                "plan-1",
                1,
                NOON,
                new Plan.PackRef("backend", "0123456789abcdef", List.of(pack(1, "no rival"))),
                new Plan.PlannedTask(ref, title, description, context));
    }
}
