package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What names mean where an expression stands. */
public interface NameResolution {
    Vocabulary vocabulary();

    /** The type of the fact that the expression is about; null outside a pattern. */
    @Nullable
    ValueType self();

    /** The variable of a name, or null. */
    @Nullable
    Typed variable(String name);

    /** All variables that could be named, for messages. */
    Collection<String> variables();

    /** Told for every property of the fact that is read; null if the fact as a whole is. */
    default void reads(@Nullable String property) {}
}
