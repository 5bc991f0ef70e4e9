package dev.muster.plan.settling;

import dev.muster.fact.Category;
import dev.muster.fact.Pattern;
import dev.muster.fact.Requirement;
import dev.muster.fact.Scope;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.plan.Because;
import dev.muster.plan.Evidences;
import dev.muster.plan.Plan.Analysis;
import dev.muster.plan.Plan.Named;
import dev.muster.plan.Plan.Requirements;
import dev.muster.plan.Plan.Worded;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what rules made out about the task. */
final class Analysing {
    private final Proposals proposals;

    Analysing(Proposals proposals) {
        this.proposals = proposals;
    }

    Analysis analysis() {
        List<Named> types = named(proposals.of(TaskType.class), TaskType::name);
        List<Named> categories = named(proposals.of(Category.class), Category::name);
        Named pattern = single("pattern", named(proposals.of(Pattern.class), Pattern::name));
        Named scope = single("scope", named(proposals.of(Scope.class), Scope::name));
        Map<String, List<Named>> triggers = triggers();
        List<Named> security = triggers.getOrDefault("security", List.of());
        List<Named> performance = triggers.getOrDefault("performance", List.of());
        triggers.remove("security");
        triggers.remove("performance");
        List<Because> because = new ArrayList<>();
        because.addAll(pattern == null ? List.of() : pattern.because());
        because.addAll(scope == null ? List.of() : scope.because());
        String patternName = pattern == null ? "other" : pattern.name();
        return new Analysis(
                summary(patternName, types, categories, security, performance),
                requirements(),
                types,
                patternName,
                scope == null ? "single-concern" : scope.name(),
                categories,
                security,
                performance,
                triggers,
                Settled.join(because));
    }

    private Map<String, List<Named>> triggers() {
        Map<String, List<Reasoned<Trigger>>> byKind = proposals.of(Trigger.class).stream()
                .collect(Collectors.groupingBy(t -> t.what().kind(), TreeMap::new, Collectors.toList()));
        Map<String, List<Named>> named = new TreeMap<>();
        byKind.forEach((kind, triggers) -> named.put(kind, named(triggers, Trigger::name)));
        return named;
    }

    private Requirements requirements() {
        return new Requirements(
                worded("functional"), worded("non-functional"), worded("constraint"), worded("affected"));
    }

    private List<Worded> worded(String kind) {
        List<Reasoned<Requirement>> ofKind = proposals.of(Requirement.class).stream()
                .filter(r -> r.what().kind().equals(kind))
                .toList();
        List<Worded> words = Settled.merge(ofKind, r -> r, (r, because) -> new Worded(r.text(), because));
        return words.stream()
                .sorted(Comparator.comparing(Analysing::firstPlaceInText).thenComparing(Worded::text))
                .toList();
    }

    /** Requirements stand in the order of the text; those without words in it come last. */
    private static String firstPlaceInText(Worded worded) {
        return worded.because().stream()
                .flatMap(b -> b.evidence().stream())
                .min(Evidences.IN_TEXT_ORDER)
                .map(e -> (e.in().equals("title") ? "0:" : "1:") + String.format("%09d", e.start()))
                .orElse("2:");
    }

    private static <T> List<Named> named(List<Reasoned<T>> facts, Function<T, String> name) {
        return Settled.merge(facts, fact -> name.apply(fact), (fact, because) -> new Named(name.apply(fact), because))
                .stream()
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    private static @Nullable Named single(String what, List<Named> found) {
        if (found.size() > 1) {
            List<Fault> faults = found.stream()
                    .map(named -> new Fault(
                            new Place(
                                    named.because().getFirst().file(),
                                    named.because().getFirst().line(),
                                    1),
                            "A plan has one " + what + ", but the rules found "
                                    + found.stream().map(Named::name).collect(Collectors.joining(" and "))
                                    + ". This one says " + named.name() + ": \""
                                    + named.because().getFirst().rule() + "\"."))
                    .toList();
            throw new SettlingException(faults);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private static String summary(
            String pattern, List<Named> types, List<Named> categories, List<Named> security, List<Named> performance) {
        List<String> parts = new ArrayList<>();
        parts.add("Pattern " + pattern);
        add(parts, "work: ", types);
        add(parts, "touches: ", categories);
        add(parts, "look at security for: ", security);
        add(parts, "look at performance for: ", performance);
        return String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, String lead, List<Named> names) {
        if (!names.isEmpty()) {
            parts.add(lead + names.stream().map(Named::name).collect(Collectors.joining(", ")));
        }
    }
}
