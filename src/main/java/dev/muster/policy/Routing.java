package dev.muster.policy;

import dev.muster.fact.Row;
import dev.muster.fact.SpeaksFor;
import dev.muster.fact.Task;
import dev.muster.limit.Allowance;
import dev.muster.plan.Because;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.reading.Reading;
import dev.muster.reading.matching.Signals;
import dev.muster.source.CsvTable;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the pack for a task that names none: by the rules and the table that stand beside the packs' folders. */
public final class Routing {
    public static final String RULES = "routing.drl";
    public static final String TABLE = "routing.csv";

    /** Less than this is no clear word. */
    private static final double ENOUGH = 3;

    private static final String WORDS = "words";
    private static final Pattern POINTS = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

    private final RuleBase rules;
    private final List<Row> rows;
    private final Signals signals;

    private Routing(RuleBase rules, List<Row> rows, Signals signals) {
        this.rules = rules;
        this.rows = List.copyOf(rows);
        this.signals = signals;
    }

    /** The pack that was chosen, and everything that spoke for it. */
    public record Choice(String pack, List<Because> because) {
        public Choice {
            because = List.copyOf(because);
        }
    }

    /**
     * Reads both files; where one is missing, nothing speaks for any pack.
     *
     * @throws FaultException with everything that is wrong in them
     */
    public static @Nullable Routing read(FileTree files) {
        if (!files.has(RULES) || !files.has(TABLE)) {
            return null;
        }
        Faults faults = new Faults();
        CsvTable table = CsvTable.read(TABLE, files.text(TABLE, faults), faults);
        Signals signals = Signals.parse(TABLE, signals(table), faults);
        RuleBase rules = null;
        try {
            rules = RuleBase.load(MusterVocabulary.INSTANCE, List.of(new DrlSource(RULES, files.text(RULES, faults))));
        } catch (FaultException e) {
            faults.addAll(e.faults());
        }
        points(table, faults);
        faults.throwIfAny();
        return new Routing(Objects.requireNonNull(rules), table.rows(), signals);
    }

    /** Queries of the table as signals, each on the line of its row, so that a fault has its place. */
    private static String signals(CsvTable table) {
        StringBuilder yaml = new StringBuilder();
        int line = 1;
        for (Row row : table.rows()) {
            if (row.cell("kind").equals(WORDS)) {
                yaml.append("\n".repeat(Math.max(0, row.line() - line)));
                yaml.append("- {name: ")
                        .append(quoted(row.cell("name")))
                        .append(", kind: routing, any: [")
                        .append(quoted(row.cell("match")))
                        .append("]}\n");
                line = row.line() + 1;
            }
        }
        return yaml.isEmpty() ? "[]" : yaml.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void points(CsvTable table, Faults faults) {
        for (Row row : table.rows()) {
            if (!POINTS.matcher(row.cell("points")).matches()) {
                faults.add(
                        table.place(row, "points"),
                        "Points are a number such as 3 or 0.5; found \"" + row.cell("points") + "\".");
            }
        }
    }

    /** The table that says what speaks for which pack. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The pack that most speaks for, or null where nothing speaks clearly for one.
     *
     * @param canPlan whether a pack can plan; only asked for packs for which enough speaks
     */
    public @Nullable Choice choose(Task task, TaskContext context, Predicate<String> canPlan) {
        return Allowance.forPlan(() -> chosen(task, context, canPlan));
    }

    private @Nullable Choice chosen(Task task, TaskContext context, Predicate<String> canPlan) {
        Reading reading = Planner.read(signals, task);
        List<Object> facts = new ArrayList<>(Planner.contextFacts(context));
        facts.add(task);
        facts.addAll(rows);
        facts.addAll(reading.signals());
        facts.addAll(reading.mentions());
        Map<String, List<Reasoned<?>>> byPack = new TreeMap<>();
        for (Reasoned<?> concluded : Reasons.of(rules.infer(facts, SessionLimits.DEFAULT))) {
            if (concluded.what() instanceof SpeaksFor speaks) {
                byPack.computeIfAbsent(speaks.pack(), pack -> new ArrayList<>()).add(concluded);
            }
        }
        String best = clearest(byPack, canPlan);
        return best == null
                ? null
                : new Choice(
                        best,
                        byPack.getOrDefault(best, List.of()).stream()
                                .flatMap(concluded -> concluded.because().stream())
                                .distinct()
                                .toList());
    }

    private static @Nullable String clearest(Map<String, List<Reasoned<?>>> byPack, Predicate<String> canPlan) {
        Map<String, Double> points = new TreeMap<>();
        byPack.forEach((pack, all) -> points.put(
                pack,
                all.stream()
                        .mapToDouble(concluded -> ((SpeaksFor) concluded.what()).points())
                        .sum()));
        points.entrySet().removeIf(pack -> pack.getValue() < ENOUGH || !canPlan.test(pack.getKey()));
        double most = points.values().stream().mapToDouble(p -> p).max().orElse(0);
        List<String> best = points.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return best.size() == 1 ? best.getFirst() : null;
    }
}
