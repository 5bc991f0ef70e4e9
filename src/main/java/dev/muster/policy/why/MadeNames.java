package dev.muster.policy.why;

import dev.muster.policy.drl.Callable;
import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.vocabulary.MusterVocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule writes itself for a property of what it makes. */
final class MadeNames {
    private MadeNames() {}

    static @Nullable Object literal(Made made, String property) {
        VocabularyType type = MusterVocabulary.INSTANCE.type(made.type());
        for (Callable constructor : type == null ? List.<Callable>of() : type.constructors()) {
            if (constructor.parameters().size() == made.arguments().size()) {
                for (int i = 0; i < made.arguments().size(); i++) {
                    if (constructor.parameters().get(i).name().equals(property)) {
                        return made.arguments().get(i).literal();
                    }
                }
            }
        }
        return null;
    }
}
