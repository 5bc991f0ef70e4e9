package dev.muster.policy.settings;

import dev.muster.fact.Module;
import dev.muster.plan.Because;
import dev.muster.plan.Limits;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Optionality;
import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan.Check;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.Reviewing;
import dev.muster.plan.settling.Frame;
import dev.muster.plan.settling.Frame.Needed;
import dev.muster.plan.settling.Frame.PhaseFrame;
import dev.muster.policy.settings.PackSettings.ExecutorFor;
import dev.muster.policy.settings.PackSettings.Silence;
import dev.muster.policy.settings.PackSettings.TableSettings;
import dev.muster.source.EnumWord;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code pack.yaml}. */
public final class PackYaml {
    /** The setting of a pack that is there for others alone. */
    public static final String PLANS = "plans";

    private final YamlNode root;
    private final @Nullable PackSettings parent;
    private final Map<String, List<Check>> checksByPhase = new HashMap<>();

    private PackYaml(YamlNode root, @Nullable PackSettings parent) {
        this.root = root;
        this.parent = parent;
    }

    /**
     * The settings.
     *
     * @param parent those of the packs that this one extends; null where it extends none
     */
    public static PackSettings read(String file, String text, @Nullable PackSettings parent, Faults faults) {
        return new PackYaml(YamlNode.parse(file, text, faults), parent).settings();
    }

    /** Whether the pack plans, or only has what others that extend it share. */
    public static boolean plans(String file, String text) {
        return YamlNode.parse(file, text, new Faults()).get(PLANS).boolOr(true);
    }

    private PackSettings settings() {
        root.onlyKeys(
                "title",
                "extends",
                PLANS,
                "casesMustPass",
                "phases",
                "reviews",
                "limits",
                "modules",
                "checks",
                "prerequisites",
                "sequentialOnly",
                "repositories",
                "testLayers",
                "delivery",
                "running",
                "executors",
                "names",
                "tables",
                "silence");
        checks();
        Frame frame = frame();
        PackSettings own = new PackSettings(
                root.required("title").text(),
                root.get("casesMustPass").boolOr(false),
                frame,
                names(),
                tables(),
                silence(),
                executors());
        PackSettings settings = parent == null ? own : new Inherited(parent, root).with(own, checksByPhase);
        misplacedChecks(settings.frame());
        return settings;
    }

    private Frame frame() {
        boolean sequentialOnly = root.get("sequentialOnly").boolOr(false);
        Limits limits = limits(root.get("limits"), sequentialOnly);
        List<Module> modules =
                root.get("modules").items().stream().map(PackYaml::module).toList();
        List<Needed> needed = root.get("prerequisites").items().stream()
                .map(file -> new Needed(file.text(), because(file, "prerequisites", "the pack needs " + file.text())))
                .toList();
        return new Frame(
                phases(needsPhases() ? root.required("phases") : root.get("phases"), new HashSet<>()),
                reviews(limits),
                limits,
                because(root.get("limits"), "limits", "the pack's limits"),
                modules,
                needed,
                new CodeBaseYaml(root).read(),
                new RunningYaml(root.get("running")).read(),
                sequentialOnly,
                Map.of());
    }

    /** Whoever plans has phases, its own or those of a pack that it extends. */
    private boolean needsPhases() {
        boolean inherits = parent != null && !parent.frame().phases().isEmpty();
        return root.get(PLANS).boolOr(true) && !inherits;
    }

    private List<PhaseFrame> phases(YamlNode list, Set<String> names) {
        List<PhaseFrame> phases = new ArrayList<>();
        for (YamlNode phase : list.items()) {
            phase.onlyKeys("name", "mode", "when", "optional", "hint", "phases");
            YamlNode nameNode = phase.required("name");
            String name = nameNode.text();
            if (!names.add(name)) {
                nameNode.fault("There are two phases \"" + name + "\". Each needs a name of its own.");
            }
            refuseParallel(phase.get("mode"));
            phases.add(new PhaseFrame(
                    name,
                    word(phase.get("mode"), PhaseMode.SEQUENTIAL, PhaseMode.class),
                    word(phase.get("optional"), Optionality.NEVER, Optionality.class),
                    phase.get("when")
                            .oneOf("needed", List.of("needed", "always"))
                            .equals("always"),
                    hint(phase),
                    checksByPhase.getOrDefault(name, List.of()),
                    phases(phase.get("phases"), names),
                    because(phase, "phase " + name, "phases stand in the order of pack.yaml")));
        }
        if (list.isPresent() && list.isList() && phases.isEmpty()) {
            list.fault("A pack needs at least one phase.");
        }
        return phases;
    }

    private void refuseParallel(YamlNode mode) {
        if (root.get("sequentialOnly").boolOr(false) && mode.textOr("").equals("parallel")) {
            mode.fault("The pack says sequentialOnly, so no phase can be parallel. Take one of the two back.");
        }
    }

    private static @Nullable String hint(YamlNode phase) {
        return phase.get("hint").isPresent() ? phase.get("hint").text() : null;
    }

    private SortedMap<String, Reviewing> reviews(Limits limits) {
        SortedMap<String, Reviewing> reviews = new TreeMap<>();
        root.get("reviews").entries().forEach((kind, review) -> {
            review.onlyKeys("level", "maxRounds");
            int rounds = positive(review.get("maxRounds"), limits.rounds());
            reviews.put(
                    kind,
                    new Reviewing(
                            word(review.get("level"), ReviewLevel.SOFT, ReviewLevel.class),
                            Math.min(rounds, limits.rounds())));
        });
        return reviews;
    }

    private static Limits limits(YamlNode limits, boolean sequentialOnly) {
        limits.onlyKeys("steps", "parallelAgents", "attempts", "rounds", "minutes", "cost");
        double cost = limits.get("cost").numberOr(Limits.DEFAULT.cost());
        if (cost < 0) {
            limits.get("cost").fault("A limit on cost is 0 or more US dollars; found " + cost + ".");
        }
        int parallelAgents =
                positive(limits.get("parallelAgents"), sequentialOnly ? 1 : Limits.DEFAULT.parallelAgents());
        if (sequentialOnly && parallelAgents != 1) {
            limits.get("parallelAgents").fault("The pack says sequentialOnly, so one agent works at a time.");
        }
        return new Limits(
                positive(limits.get("steps"), Limits.DEFAULT.steps()),
                parallelAgents,
                positive(limits.get("attempts"), Limits.DEFAULT.attempts()),
                positive(limits.get("rounds"), Limits.DEFAULT.rounds()),
                positive(limits.get("minutes"), Limits.DEFAULT.minutes()),
                cost);
    }

    private static int positive(YamlNode node, int absent) {
        int number = node.integerOr(absent);
        if (number < 1) {
            node.fault("A limit is at least 1; found " + number + ".");
        }
        return number;
    }

    private static Module module(YamlNode module) {
        module.onlyKeys("name", "path", "purpose", "repository");
        return new Module(
                module.required("name").text(),
                module.required("path").text(),
                module.get("purpose").textOr(""));
    }

    private void checks() {
        for (YamlNode check : root.get("checks").items()) {
            check.onlyKeys("phase", "command", "onFailure");
            String phase = check.required("phase").text();
            List<String> command = check.required("command").texts();
            String words = String.join(" ", command);
            checksByPhase
                    .computeIfAbsent(phase, p -> new ArrayList<>())
                    .add(new Check(
                            command,
                            word(check.get("onFailure"), OnFailure.STOP, OnFailure.class),
                            List.of(because(check, "checks", "the pack checks " + phase + " with " + words))));
        }
    }

    private void misplacedChecks(Frame frame) {
        for (YamlNode check : root.get("checks").items()) {
            YamlNode phase = check.get("phase");
            if (phase.isPresent() && frame.phase(phase.text()) == null) {
                phase.fault("No phase is called \"" + phase.text() + "\"."
                        + Nearest.hint(phase.text(), frame.phaseNames()));
            }
        }
    }

    private Map<ColumnKind, List<String>> names() {
        Map<ColumnKind, List<String>> names = new EnumMap<>(ColumnKind.class);
        YamlNode node = root.get("names");
        node.onlyKeys(ColumnKind.NAMED.stream().map(ColumnKind::toString).toArray(String[]::new));
        for (ColumnKind kind : ColumnKind.NAMED) {
            if (node.has(kind.toString())) {
                names.put(kind, node.get(kind.toString()).texts());
            }
        }
        return names;
    }

    private Map<String, TableSettings> tables() {
        Map<String, TableSettings> tables = new HashMap<>();
        root.get("tables").entries().forEach((name, table) -> {
            table.onlyKeys("key", "columns");
            Map<String, ColumnKind> columns = new HashMap<>();
            table.get("columns").entries().forEach((column, kind) -> {
                String word = kind.oneOf("", ColumnKind.words());
                if (!word.isEmpty()) {
                    columns.put(column, ColumnKind.of(word));
                }
            });
            List<String> key = table.get("key").texts();
            tables.put(name, new TableSettings(key, columns, table.place()));
        });
        return tables;
    }

    private List<Silence> silence() {
        List<Silence> silence = new ArrayList<>();
        for (YamlNode entry : root.get("silence").items()) {
            entry.onlyKeys("check", "about", "because");
            silence.add(new Silence(
                    entry.required("check").text(),
                    entry.required("about").text(),
                    entry.required("because").text(),
                    entry.place()));
        }
        return silence;
    }

    private List<ExecutorFor> executors() {
        List<ExecutorFor> executors = new ArrayList<>();
        YamlNode node = root.get("executors");
        node.entries().forEach((agent, executor) -> {
            if (!executor.isPresent() || executor.isScalar() && executor.text().isBlank()) {
                node.fault("\"" + agent + "\" has no executor. Name one, or leave the agent out.");
            }
            executors.add(new ExecutorFor(agent, executor.textOr(""), node.keyPlace(agent)));
        });
        return executors;
    }

    static <E extends Enum<E>> E word(YamlNode node, E absent, Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        String found = node.oneOf(word(absent), words);
        return Enum.valueOf(type, found.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> constant) {
        return EnumWord.of(constant);
    }

    static Because because(YamlNode node, String what, String text) {
        return new Because(
                "pack.yaml: " + what, node.place().file(), node.place().line(), text, List.of(), List.of());
    }
}
