package dev.muster.policy.cases;

import dev.muster.policy.cases.CaseResult.Mismatch;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a case looks for, and refuses what could not be wrong. */
final class Expectations {
    private final CaseWords words;
    private final Faults faults;
    private final List<Mismatch> pointless = new ArrayList<>();

    Expectations(CaseWords words, Faults faults) {
        this.words = words;
        this.faults = faults;
    }

    /** What was ruled out so far although no rule could bring it about. */
    List<Mismatch> pointless() {
        return List.copyOf(pointless);
    }

    /** The entries of {@code then}. */
    List<Expectation> wanted(YamlNode node) {
        return read(node);
    }

    /** The entries of {@code not}. */
    List<Expectation> unwanted(YamlNode node) {
        List<Expectation> read = read(node);
        for (Expectation expectation : read) {
            if (expectation.aspect() == Aspect.ORDER) {
                faults.add(
                        expectation.place(), "An order is not denied but asked for: write the right one in \"then\".");
            }
            String reason = pointless(expectation);
            if (reason != null) {
                pointless.add(new Mismatch(expectation.place(), "something that could be there", reason));
            }
        }
        return read;
    }

    private List<Expectation> read(YamlNode node) {
        List<Expectation> expectations = new ArrayList<>();
        node.entries().forEach((key, value) -> {
            Aspect aspect = Aspect.of(key);
            if (aspect == null) {
                String message = "A case cannot look at \"" + key + "\"." + Nearest.hint(key, Aspect.keys());
                faults.add(node.keyPlace(key), message);
                return;
            }
            List<YamlNode> items = value.isList() ? value.items() : List.of(value);
            items.forEach(item -> expectations.add(expectation(aspect, item)));
            if (items.isEmpty() || !value.isPresent()) {
                faults.add(value.place(), "This asks for nothing; take \"" + key + "\" out, or say what is wanted.");
            }
        });
        return expectations;
    }

    private Expectation expectation(Aspect aspect, YamlNode item) {
        switch (aspect) {
            case PROPOSALS -> proposal(item);
            case STEPS -> step(item);
            default -> text(aspect, item);
        }
        Object wanted = item.isScalar() ? item.text() : Objects.requireNonNullElse(item.value(), "");
        return new Expectation(aspect, wanted, item.place());
    }

    private void text(Aspect aspect, YamlNode item) {
        String text = item.text();
        if (aspect.isSingle() && text.equals("…")) {
            item.fault("A plan always has a " + aspect.key() + ", so this could never be wrong.");
        } else if (aspect.domain() instanceof Aspect.Constants constants) {
            item.oneOf("", CaseFacts.words(constants.type()));
        } else if (aspect.domain() instanceof Aspect.Of of) {
            words.check(of.type(), of.property(), item);
        }
    }

    private void step(YamlNode item) {
        if (!item.isMap() || item.entries().isEmpty()) {
            item.fault("A step is described by its parts, such as {agent: nestjs-api-master, phase: Implementation}.");
            return;
        }
        item.onlyKeys(StepWords.KEYS.toArray(String[]::new));
        words.check("Duty", "agent", item.get("agent"));
        words.check("Duty", "phase", item.get("phase"));
        item.get("role").oneOf("", CaseFacts.words(dev.muster.plan.Role.class));
    }

    private void proposal(YamlNode item) {
        if (item.isScalar()) {
            type(item.text(), item);
            return;
        }
        if (item.entries().size() != 1) {
            item.fault("One fact is looked for at a time, as its type and its properties, such as"
                    + " Review: {kind: security}.");
            return;
        }
        Map.Entry<String, YamlNode> entry = item.entries().entrySet().iterator().next();
        VocabularyType type = type(entry.getKey(), item);
        if (type != null && entry.getValue().entries().isEmpty()) {
            entry.getValue().fault("Say which " + entry.getKey() + " is meant, or write its name alone for any.");
        } else if (type != null) {
            entry.getValue().entries().forEach((key, value) -> property(type, key, value, entry.getValue()));
        }
    }

    private @Nullable VocabularyType type(String name, YamlNode item) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(name);
        if (type == null || type.constructors().isEmpty()) {
            List<String> made = MusterVocabulary.INSTANCE.types().stream()
                    .filter(t -> !t.constructors().isEmpty())
                    .map(VocabularyType::name)
                    .toList();
            faults.add(
                    item.isMap() ? item.keyPlace(name) : item.place(),
                    "No rule can make a \"" + name + "\"." + Nearest.hint(name, made));
            return null;
        }
        return type;
    }

    private void property(VocabularyType type, String key, YamlNode value, YamlNode all) {
        Property property = type.properties().stream()
                .filter(p -> p.name().equals(key))
                .findFirst()
                .orElse(null);
        if (property == null) {
            List<String> names = type.properties().stream().map(Property::name).toList();
            String message = type.name() + " has no property \"" + key + "\"." + Nearest.hint(key, names);
            faults.add(all.keyPlace(key), message);
        } else if (property.type().raw().isEnum()) {
            value.oneOf("", CaseFacts.words(property.type().raw()));
        } else {
            words.check(type.name(), key, value);
        }
    }

    /** Why what is ruled out could not come about anyway, or null. */
    private @Nullable String pointless(Expectation unwanted) {
        if (unwanted.aspect().domain() instanceof Aspect.Of of) {
            return of.settled().contains(String.valueOf(unwanted.wanted()))
                    ? null
                    : neverMade(of.type(), of.property(), unwanted.wanted());
        }
        if (unwanted.aspect() != Aspect.PROPOSALS) {
            return null;
        }
        if (!(unwanted.wanted() instanceof Map<?, ?> fact)) {
            return words.isMade(String.valueOf(unwanted.wanted())) ? null : "no rule makes a " + unwanted.wanted();
        }
        return fact.entrySet().stream()
                .flatMap(type -> type.getValue() instanceof Map<?, ?> properties
                        ? properties.entrySet().stream()
                                .map(p -> neverMade(
                                        String.valueOf(type.getKey()), String.valueOf(p.getKey()), p.getValue()))
                        : java.util.stream.Stream.of())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String neverMade(String type, String property, @Nullable Object value) {
        Collection<String> made = words.made(type, property);
        String text = String.valueOf(value);
        return made == null || made.stream().anyMatch(m -> Matching.fits(text, m))
                ? null
                : "no rule makes a " + type + " with " + property + " " + text + "." + Nearest.hint(text, made);
    }
}
