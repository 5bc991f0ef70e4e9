package dev.muster.policy.check;

import dev.muster.policy.Pack;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Possibilities;
import dev.muster.policy.drl.explain.Rulebook;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.Faults;
import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pack with what can follow from it at all. */
record CheckedPack(Pack pack, Rulebook book, Possibilities possibilities) {
    /** What tasks bring: text, context, answers. */
    private static final Set<String> BROUGHT =
            Set.of("Task", "Signal", "Mention", "Sentence", "Evidence", "Given", "Answer", "Module");

    /** What only the pack's own files bring. */
    private static final Set<String> OWN = Set.of("Row", "Agent");

    static CheckedPack of(Pack pack) {
        Rulebook book = Rulebook.of(MusterVocabulary.INSTANCE, sources(pack));
        List<Object> facts = new ArrayList<>(pack.rows());
        facts.addAll(pack.agents().facts());
        Possibilities possibilities = new Possibilities(book, facts, OWN::contains, fact -> isBrought(pack, fact));
        return new CheckedPack(pack, book, possibilities);
    }

    private static List<DrlSource> sources(Pack pack) {
        Faults none = new Faults();
        return pack.files().paths().stream()
                .filter(path -> path.endsWith(".drl"))
                .map(path -> new DrlSource(path, pack.files().text(path, none)))
                .toList();
    }

    private static boolean isBrought(Pack pack, Target fact) {
        boolean signal = fact.type().equals("Signal") || fact.type().equals("Mention");
        return BROUGHT.contains(fact.type())
                && (!signal || pack.signals().definitions().stream().anyMatch(one -> shows(one, fact)));
    }

    static boolean shows(SignalDefinition signal, Target fact) {
        return allows(fact, "name", signal.name()) && allows(fact, "kind", signal.kind());
    }

    private static boolean allows(Target fact, String property, String value) {
        return fact.of(property).stream().allMatch((Demand demand) -> demand.allows(value));
    }

    List<String> names(ColumnKind kind) {
        return pack.settings().names().getOrDefault(kind, List.of());
    }

    static Place place(RuleInfo rule) {
        return new Place(rule.file(), rule.line(), 1);
    }
}
