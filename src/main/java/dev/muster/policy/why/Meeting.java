package dev.muster.policy.why;

import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.explain.Demand;
import dev.muster.policy.drl.explain.Target;
import dev.muster.policy.vocabulary.MusterVocabulary;

/** Whether a fact is one that was asked for. */
final class Meeting {
    private Meeting() {}

    static boolean meets(Object fact, Target target) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(fact.getClass());
        return type != null
                && type.name().equals(target.type())
                && target.demands().stream().allMatch(demand -> meets(fact, type, demand));
    }

    private static boolean meets(Object fact, VocabularyType type, Demand demand) {
        return type.properties().stream()
                .filter(property -> property.name().equals(demand.property()))
                .anyMatch(property -> demand.allows(value(property, fact)));
    }

    private static @org.jspecify.annotations.Nullable Object value(Property property, Object fact) {
        return property.getter().apply(fact);
    }
}
