package dev.muster.policy.drl;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of a fact.
 *
 * @param setter null where rules can only read it
 * @param doc a sentence for the rule author
 */
public record Property(
        String name,
        ValueType type,
        Function<Object, @Nullable Object> getter,
        @Nullable BiConsumer<Object, @Nullable Object> setter,
        String doc) {}
