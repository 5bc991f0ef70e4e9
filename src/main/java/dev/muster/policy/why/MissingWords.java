package dev.muster.policy.why;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.policy.Pack;
import dev.muster.policy.PolicyDecision;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.drl.explain.Unmet;
import dev.muster.policy.vocabulary.FactWords;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.policy.why.Why.Missing;
import dev.muster.policy.why.Why.SignalWords;
import dev.muster.reading.matching.SignalDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions that were not met, in words: what is not there, and what would show it. */
final class MissingWords {
    private static final int FEW = 6;

    private final Pack pack;
    private final PolicyDecision decision;
    private final Supports supports;

    MissingWords(Pack pack, PolicyDecision decision, Supports supports) {
        this.pack = pack;
        this.decision = decision;
        this.supports = supports;
    }

    /**
     * A condition that was not met.
     *
     * @param made the types that rules conclude
     */
    Missing missing(Unmet unmet, Set<String> made) {
        return switch (unmet) {
            case Unmet.Lacking lacking ->
                said(lacking, sentence(lacking.fact(), made), FactText.of(lacking.fact()), signals(lacking.fact()));
            case Unmet.InTheWay blocked -> said(blocked, inTheWay(blocked.facts()), null, List.of());
            case Unmet.Untold untold ->
                said(
                        untold,
                        "This counts or computes something and did not come out so, or other conditions failed first.",
                        null,
                        List.of());
        };
    }

    private static Missing said(Unmet unmet, String sentence, @Nullable String fact, List<SignalWords> words) {
        return new Missing(
                unmet.condition(),
                unmet.place().file(),
                unmet.place().line(),
                unmet.place().column(),
                sentence,
                fact,
                words);
    }

    private String sentence(Target fact, Set<String> made) {
        return switch (fact.type()) {
            case "Signal" -> noWords(fact);
            case "Row" -> noRow(fact);
            case "Task" -> otherTask(fact);
            case "Answer" -> "The question " + fact.value("question") + " is not answered.";
            case "Given" -> "Nobody gave that beside the text: " + FactText.of(fact) + ".";
            default ->
                made.contains(fact.type())
                        ? notConcluded(fact)
                        : "There is no " + FactText.of(fact) + ", and no rule concludes one.";
        };
    }

    private String notConcluded(Target fact) {
        List<String> there = ofType(fact.type()).stream()
                .filter(one -> isOfKind(one, fact))
                .map(FactWords::of)
                .distinct()
                .sorted()
                .toList();
        String found = there.stream().limit(FEW).collect(Collectors.joining(", ")) + (there.size() > FEW ? ", …" : "");
        if (fact.demands().isEmpty() && !there.isEmpty()) {
            return "It would take another " + fact.type() + " than " + found + ".";
        }
        return "No rule concluded " + FactText.of(fact) + (there.isEmpty() ? "." : "; there is " + found + ".");
    }

    private static boolean isOfKind(Object one, Target fact) {
        List<Demand> kinds = fact.of("kind");
        return kinds.isEmpty() || Meeting.meets(one, new Target(fact.type(), kinds));
    }

    private List<Object> ofType(String name) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(name);
        return type == null
                ? List.of()
                : decision.inference().facts().stream()
                        .filter(type.javaType()::isInstance)
                        .toList();
    }

    private String noWords(Target fact) {
        List<String> names = definitions(fact).map(SignalDefinition::name).toList();
        String signal = names.isEmpty() ? FactText.of(fact) : "the signal " + String.join(" or ", names);
        List<Signal> there = decision.reading().signals().stream()
                .filter(found -> names.contains(found.name()))
                .toList();
        if (!there.isEmpty()) {
            return "The text has words for " + signal + " ("
                    + quoted(there.getFirst().evidence())
                    + "), but not in the title or, where there is none, in the first sentence.";
        }
        String mentioned = decision.reading().mentions().stream()
                .filter(mention -> names.contains(mention.name()))
                .map(MissingWords::mentioned)
                .collect(Collectors.joining());
        return "The " + (inTitle(fact) ? "title" : "text") + " has no words for " + signal + "." + mentioned;
    }

    private static String mentioned(Mention mention) {
        return " It only mentions " + quoted(mention.evidence()) + " (" + mention.how() + ").";
    }

    private static String quoted(List<Evidence> words) {
        return words.stream()
                .map(evidence -> "\"" + evidence.text() + "\"")
                .distinct()
                .limit(FEW)
                .collect(Collectors.joining(", "));
    }

    private static String noRow(Target fact) {
        String cells = fact.demands().stream()
                .filter(demand -> !demand.property().equals("table"))
                .map(MissingWords::cell)
                .collect(Collectors.joining(" and "));
        Object table = fact.value("table");
        return "No row of " + (table == null ? "any table" : table + ".csv") + " has "
                + (cells.isEmpty() ? "what it takes" : cells) + ".";
    }

    private static String cell(Demand demand) {
        String values = demand.values().stream().map(FactText::value).collect(Collectors.joining(" or "));
        return switch (demand.operator()) {
            case "contains" -> values + " among " + FactText.column(demand);
            case "!=", "not in" -> FactText.column(demand) + " other than " + values;
            case "==", "in" -> FactText.column(demand) + " " + values;
            default -> FactText.column(demand) + " " + demand.operator() + " " + values;
        };
    }

    /** What the one task there is has instead. */
    private String otherTask(Target fact) {
        String wanted = fact.demands().stream()
                .map(demand -> demand.property() + " " + demand.operator() + " "
                        + demand.values().stream().map(FactText::value).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" and "));
        String found = ofType("Task").stream()
                .map(Task.class::cast)
                .map(task -> has(task, fact))
                .collect(Collectors.joining());
        return "The task would need " + (wanted.isEmpty() ? "to be there" : wanted) + found + ".";
    }

    private static String has(Task task, Target fact) {
        VocabularyType type = MusterVocabulary.INSTANCE.type("Task");
        Stream<Property> properties = type == null ? Stream.of() : type.properties().stream();
        return properties
                .filter(property -> !fact.of(property.name()).isEmpty())
                .map(property -> "; its " + property.name() + " is "
                        + FactText.value(property.getter().apply(task)))
                .collect(Collectors.joining());
    }

    private String inTheWay(Collection<Object> facts) {
        return facts.stream().limit(FEW).map(this::there).collect(Collectors.joining(", "))
                + (facts.size() > FEW ? ", …" : "")
                + (facts.size() == 1 ? " is there and must not be." : " are there and must not be.");
    }

    private String there(Object fact) {
        List<Evidence> words = supports.signals(fact).stream()
                .flatMap(signal -> signal.evidence().stream())
                .toList();
        return FactText.of(fact) + (words.isEmpty() ? "" : " (by " + quoted(words) + ")");
    }

    /** The words that would show a signal; nothing for other facts. */
    List<SignalWords> signals(Target fact) {
        return definitions(fact).map(signal -> words(signal, inTitle(fact))).toList();
    }

    static SignalWords words(SignalDefinition signal, boolean inTitle) {
        return new SignalWords(
                signal.name(),
                signal.place().file(),
                signal.place().line(),
                QueryWords.of(signal.any()),
                QueryWords.of(signal.not()),
                inTitle);
    }

    /** The signals that would meet a demand. */
    Stream<SignalDefinition> definitions(Target fact) {
        return fact.type().equals("Signal")
                ? pack.signals().definitions().stream()
                        .filter(signal -> fact.of("name").stream().allMatch(demand -> demand.allows(signal.name())))
                        .filter(signal -> fact.of("kind").stream().allMatch(demand -> demand.allows(signal.kind())))
                : Stream.of();
    }

    static boolean inTitle(Target fact) {
        return Boolean.TRUE.equals(fact.value("inTitle"));
    }
}
