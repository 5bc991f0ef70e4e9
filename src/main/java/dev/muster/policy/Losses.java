package dev.muster.policy;

import dev.muster.plan.ReviewLevel;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.settings.PackSettings;
import dev.muster.policy.settings.PackYaml;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.Fault;
import dev.muster.source.Faults;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of files takes away. It is found in the files themselves, so that it is known also of those that cannot be used.
 *
 * @param vanished paths that had content and are not there any more; not those whose rules are in other files now
 * @param emptied paths that hold nothing, or say nothing any more
 * @param cut paths that break off in the middle of what they said before, or have fewer rows
 * @param rules the names of rules that went, those that asked for hard reviews first
 */
public record Losses(List<String> vanished, List<String> emptied, List<String> cut, List<Rule> rules) {
    public Losses {
        vanished = List.copyOf(vanished);
        emptied = List.copyOf(emptied);
        cut = List.copyOf(cut);
        rules = List.copyOf(rules);
    }

    /**
     * A rule that went.
     *
     * @param hard whether it asked for a hard review, or for what brings one about
     */
    public record Rule(String name, String file, boolean hard) {}

    public static Losses between(PackFiles before, PackFiles after) {
        return new Comparing(before, after).losses();
    }

    /** What is missing in files that no others came before. */
    public static Losses of(PackFiles files) {
        return between(PackFiles.of(files.name(), new TreeMap<>()), files);
    }

    /** These, and others from the same files. */
    public Losses and(Losses others) {
        return new Losses(
                both(vanished, others.vanished),
                both(emptied, others.emptied),
                both(cut, others.cut),
                both(rules, others.rules));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    public boolean areNone() {
        return vanished.isEmpty() && emptied.isEmpty() && cut.isEmpty() && rules.isEmpty();
    }

    /** The names of the rules that went, those that asked for hard reviews first. */
    public List<String> ruleNames() {
        return rules.stream().map(Rule::name).toList();
    }

    /** Why these files cannot be served: nobody knows whether somebody wants what they said to be gone. */
    public List<Fault> faults() {
        return emptied.stream()
                .map(path -> new Fault(
                        new Place(path, 1, 1),
                        "This file says nothing" + saidBefore(path)
                                + ". Fill it, or delete it if what it is for is to go."))
                .toList();
    }

    private String saidBefore(String path) {
        long gone = rules.stream().filter(rule -> rule.file().equals(path)).count();
        return gone == 0 ? "" : gone == 1 ? "; it had one rule" : "; it had " + gone + " rules";
    }

    /** In one line, hard reviews first: {@code "login", "upload" (asked for hard reviews), "wording"}. */
    @Override
    public String toString() {
        String asked = named(true);
        String others = named(false);
        return asked.isEmpty() ? others : asked + " (asked for hard reviews)" + (others.isEmpty() ? "" : ", " + others);
    }

    private String named(boolean hard) {
        return rules.stream()
                .filter(rule -> rule.hard() == hard)
                .map(rule -> "\"" + rule.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static final class Comparing {
        private final PackFiles before;
        private final PackFiles after;
        private final List<String> vanished = new ArrayList<>();
        private final List<String> emptied = new ArrayList<>();
        private final List<String> cut = new ArrayList<>();

        Comparing(PackFiles before, PackFiles after) {
            this.before = before;
            this.after = after;
        }

        Losses losses() {
            paths(before.rules(), after.rules(), Saying::counts);
            paths(before.agents(), after.agents(), path -> true);
            List<Rule> rules = rules();
            vanished.removeIf(path -> path.endsWith(".drl")
                    && rules.stream().noneMatch(rule -> rule.file().equals(path)));
            return new Losses(vanished, emptied, cut, rules);
        }

        private void paths(FileTree earlier, FileTree now, Predicate<String> counts) {
            earlier.paths().stream().filter(counts).forEach(path -> path(path, earlier, now));
            now.paths().stream()
                    .filter(counts)
                    .filter(path ->
                            !emptied.contains(path) && Saying.of(path, now).isBlank())
                    .forEach(emptied::add);
        }

        private void path(String path, FileTree earlier, FileTree now) {
            boolean there = now.has(path);
            if (there && Arrays.equals(earlier.bytes(path), now.bytes(path))) {
                return;
            }
            Saying said = Saying.of(path, earlier);
            if (!said.isSomething()) {
                return;
            }
            if (!there) {
                vanished.add(path);
                return;
            }
            Saying says = Saying.of(path, now);
            if (!says.isSomething()) {
                emptied.add(path);
            } else if (says.isPartOf(said)) {
                cut.add(path);
            }
        }

        /** A rule that is in another file now has not gone. */
        private List<Rule> rules() {
            List<RuleInfo> earlier = RuleBase.outline(MusterVocabulary.INSTANCE, changed(before, after));
            Set<String> there = new HashSet<>();
            RuleBase.outline(MusterVocabulary.INSTANCE, changed(after, before)).forEach(rule -> there.add(rule.name()));
            List<RuleInfo> gone = earlier.stream()
                    .filter(rule -> !there.contains(rule.name()))
                    .toList();
            Set<String> hard = gone.isEmpty() ? Set.of() : hardReviews();
            return gone.stream()
                    .map(rule -> new Rule(rule.name(), rule.file(), asksFor(rule, hard)))
                    .sorted((a, b) -> Boolean.compare(b.hard(), a.hard()))
                    .toList();
        }

        private static List<DrlSource> changed(PackFiles from, PackFiles to) {
            Faults none = new Faults();
            return from.rules().paths().stream()
                    .filter(path -> path.endsWith(".drl"))
                    .filter(path -> !to.rules().has(path)
                            || !Arrays.equals(
                                    from.rules().bytes(path), to.rules().bytes(path)))
                    .map(path -> new DrlSource(path, from.rules().text(path, none)))
                    .toList();
        }

        private static boolean asksFor(RuleInfo rule, Set<String> kinds) {
            return rule.makes().stream()
                    .flatMap(made -> made.arguments().stream())
                    .anyMatch(argument -> argument.literal() instanceof String word && kinds.contains(word));
        }

        private Set<String> hardReviews() {
            PackSettings settings = null;
            for (String pack : before.lineage().packs()) {
                String path = pack + "/pack.yaml";
                if (before.rules().has(path)) {
                    Faults none = new Faults();
                    settings = PackYaml.read(path, before.rules().text(path, none), settings, none);
                }
            }
            Set<String> hard = new TreeSet<>();
            if (settings != null) {
                settings.frame().reviews().forEach((kind, held) -> {
                    if (held.level() == ReviewLevel.HARD) {
                        hard.add(kind);
                    }
                });
            }
            return hard;
        }
    }
}
