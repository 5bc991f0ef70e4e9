package dev.muster.policy.check;

import dev.muster.fact.Pattern;
import dev.muster.fact.Row;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Settling;
import dev.muster.plan.settling.SettlingException;
import dev.muster.policy.Pack;
import dev.muster.policy.PackState;
import dev.muster.policy.Planner;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.settings.PackSettings.TableSettings;
import dev.muster.source.CsvTable;
import dev.muster.source.FaultException;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a pack for what is wrong or most likely not meant. */
public final class PackCheck {
    /** Of the largest packs it takes three seconds; one plan may take ten. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final Pack pack;
    private final List<PackFinding> findings = new ArrayList<>();

    private PackCheck(Pack pack) {
        this.pack = pack;
    }

    /** Everything found in a pack of a rules folder, sorted by place; what a broken pack could not be read for is an error. */
    public static List<PackFinding> check(PackState state) {
        return switch (state) {
            case PackState.Broken broken ->
                broken.faults().stream()
                        .map(fault -> new PackFinding(
                                CheckIds.UNREADABLE, Level.ERROR, fault.place(), broken.name(), fault.message()))
                        .toList();
            case PackState.Loaded loaded -> Allowance.forMany(MOST_TIME, () -> new PackCheck(loaded.pack()).findings());
        };
    }

    private List<PackFinding> findings() {
        List<Runnable> parts = List.of(
                this::rulesWithoutBecause,
                this::namesWithoutRow,
                this::repeatedRows,
                this::faultyCases,
                this::everythingAtOnce,
                this::tasks,
                this::possibilities,
                this::idleSilences);
        for (Runnable part : parts) {
            if (!inTime(part)) {
                break;
            }
        }
        Set<List<String>> silenced = pack.settings().silence().stream()
                .map(silence -> List.of(silence.check(), silence.about()))
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> finding.level() != Level.WARNING || !silenced.contains(key(finding)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a part of the check came to its end; what comes behind one that did not is not looked at, and that is told. */
    private boolean inTime(Runnable part) {
        try {
            Allowance.current().begins();
            part.run();
            return true;
        } catch (OverLimitException e) {
            unfinished("after " + e.reached());
        } catch (StackOverflowError | OutOfMemoryError e) {
            unfinished("by " + e);
        }
        return false;
    }

    private void unfinished(String how) {
        error(
                CheckIds.UNFINISHED,
                new Place(pack.name() + "/pack.yaml", 1, 1),
                pack.name(),
                "The check was stopped " + how + "; the rest was not looked at. Make the pack smaller: put what differs"
                        + " only in names into a table, and take out what never fires.");
    }

    private void possibilities() {
        CheckedPack checked = CheckedPack.of(pack);
        unused(checked).forEach(findings::add);
        RowConflicts.of(checked).forEach(findings::add);
        avoidableReviews(checked).forEach(findings::add);
    }

    /** What a pack has for all that extend it need not be of use to each of them. */
    private Stream<PackFinding> unused(CheckedPack checked) {
        return Stream.<Function<CheckedPack, Stream<PackFinding>>>of(
                        DeadRules::rules, DeadRules::queries, Unused::agents, Unused::signals)
                .flatMap(check -> check.apply(checked))
                .filter(finding -> pack.owns(finding.place().file()));
    }

    /** It tries a hundred times what would end none of these times. */
    private Stream<PackFinding> avoidableReviews(CheckedPack checked) {
        return isEndless() ? Stream.empty() : AvoidableReviews.of(checked);
    }

    private boolean isEndless() {
        return findings.stream().anyMatch(finding -> finding.check().equals(CheckIds.ENDLESS));
    }

    private static List<String> key(PackFinding finding) {
        return List.of(finding.check(), finding.about());
    }

    /** What silences nothing would hide the next finding of that name, or is misspelt. */
    private void idleSilences() {
        Set<List<String>> found = findings.stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .map(PackCheck::key)
                .collect(Collectors.toSet());
        pack.settings().silence().stream()
                .filter(silence -> !found.contains(List.of(silence.check(), silence.about())))
                .forEach(silence -> warning(
                        CheckIds.IDLE_SILENCE,
                        silence.place(),
                        silence.check(),
                        "This silences nothing: no warning of the check \"" + silence.check() + "\" is about \""
                                + silence.about() + "\"."
                                + (CheckIds.ALL.contains(silence.check())
                                        ? " Take it out."
                                        : Nearest.hint(silence.check(), CheckIds.ALL))));
    }

    private void rulesWithoutBecause() {
        for (RuleInfo rule : pack.rules().rules()) {
            if (rule.because() == null) {
                warning(
                        CheckIds.MISSING_BECAUSE,
                        new Place(rule.file(), rule.line(), 1),
                        rule.name(),
                        "The rule \"" + rule.name() + "\" does not say why. Add @because(\"…\") in words for the"
                                + " plan's reader below its name.");
            }
        }
    }

    /** A task type that no row of the table keyed by it mentions would bring in nobody. */
    private void namesWithoutRow() {
        pack.settings()
                .tables()
                .forEach((name, table) -> table.columns().forEach((column, kind) -> {
                    if (ColumnKind.NAMED.contains(kind) && table.key().equals(List.of(column))) {
                        namesWithoutRow(name, table, column, kind);
                    }
                }));
    }

    private void namesWithoutRow(String name, TableSettings settings, String column, ColumnKind kind) {
        CsvTable table = pack.tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        Collection<String> there =
                table.rows().stream().map(row -> row.cell(column)).collect(Collectors.toSet());
        for (String wanted : pack.settings().names().getOrDefault(kind, List.of())) {
            if (!there.contains(wanted)) {
                String file = pack.name() + "/" + name + ".csv";
                error(
                        CheckIds.NAME_WITHOUT_ROW,
                        new Place(file, 1, 1),
                        wanted,
                        "The " + kind + " " + wanted + " has no row. Add one, or take the name out of pack.yaml ("
                                + settings.place() + ").");
            }
        }
    }

    private void repeatedRows() {
        for (CsvTable table : pack.tables()) {
            Map<Map<String, String>, Row> known = new HashMap<>();
            for (Row row : table.rows()) {
                Row earlier = known.putIfAbsent(row.cells(), row);
                if (earlier != null) {
                    warning(
                            CheckIds.REPEATED_ROW,
                            new Place(row.file(), row.line(), 1),
                            table.name(),
                            "This row says the same as line " + earlier.line() + "; take one of them out.");
                }
            }
        }
    }

    private void faultyCases() {
        try {
            if (CaseRunner.cases(pack).isEmpty()) {
                warning(
                        CheckIds.NO_CASES,
                        new Place(pack.name() + "/pack.yaml", 1, 1),
                        pack.name(),
                        "The pack has no cases, so nobody notices when a change breaks it. Add a *.cases.yaml file.");
            }
        } catch (FaultException e) {
            e.faults().forEach(fault -> error(CheckIds.FAULTY_CASE, fault.place(), pack.name(), fault.message()));
        }
    }

    /**
     * Plans every pattern with all task types and all triggers at once: whatever names a step or an order takes part, so
     * that a circle or an unknown name shows before a task runs into it.
     */
    private void everythingAtOnce() {
        List<Object> all = new ArrayList<>();
        names(ColumnKind.TASK_TYPE).map(TaskType::new).forEach(all::add);
        names(ColumnKind.TRIGGER)
                .flatMap(name -> reviewKinds().map(kind -> new Trigger(kind, name)))
                .forEach(all::add);
        List<String> patterns = names(ColumnKind.PATTERN).toList();
        if (patterns.isEmpty()) {
            plan(all);
        }
        for (String pattern : patterns) {
            plan(Stream.concat(all.stream(), Stream.of(new Pattern(pattern))).toList());
        }
    }

    /** Decides tasks, for rules that begin at one; whether a plan follows is for the cases to say. */
    private void tasks() {
        for (TriedTasks.Tried tried : TriedTasks.of(pack)) {
            attempt(() -> Planner.decide(pack, tried.task(), tried.context(), tried.facts()));
        }
    }

    private Stream<String> names(ColumnKind kind) {
        return pack.settings().names().getOrDefault(kind, List.of()).stream();
    }

    private Stream<String> reviewKinds() {
        return pack.settings().frame().reviews().keySet().stream();
    }

    private void plan(List<Object> facts) {
        Plan.PlannedTask task = new Plan.PlannedTask(null, "", "", TaskContext.NONE);
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        attempt(() -> {
            PolicyDecision decision = Planner.decide(pack, null, TaskContext.NONE, facts);
            Planner.settle(pack, decision, new Settling.Stamp("check", 1, Instant.EPOCH, ref, task));
        });
    }

    /** Once rules have not come to an end, nothing more is tried: each time takes as long as there is time. */
    private void attempt(Runnable planning) {
        if (isEndless()) {
            return;
        }
        Allowance.current().begins();
        try {
            Allowance.forOneOfMany(() -> {
                planning.run();
                return pack;
            });
        } catch (SettlingException e) {
            e.faults().forEach(fault -> error(CheckIds.CONTRADICTION, fault.place(), pack.name(), fault.message()));
        } catch (RuleFailure e) {
            failed(e);
        } catch (RuleLimitException e) {
            Allowance.current().begins(); // where it is the check that has no time left, no rule is to blame
            Place place = e.place();
            error(
                    CheckIds.ENDLESS,
                    place == null ? new Place(pack.name() + "/pack.yaml", 1, 1) : place,
                    pack.name(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** One rule that fails for many tasks is one finding: that for the first. */
    private void failed(RuleFailure failure) {
        boolean known = findings.stream()
                .anyMatch(finding -> finding.check().equals(CheckIds.FAILING_RULE)
                        && finding.place().equals(failure.place()));
        if (!known) {
            error(CheckIds.FAILING_RULE, failure.place(), failure.rule(), failure.told());
        }
    }

    private void error(String check, Place place, String about, String message) {
        findings.add(new PackFinding(check, Level.ERROR, place, about, message));
    }

    private void warning(String check, Place place, String about, String message) {
        findings.add(new PackFinding(check, Level.WARNING, place, about, message));
    }
}
