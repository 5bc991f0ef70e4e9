package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison of a property with something else can be looked up instead of evaluated.
 *
 * @param type the class that both sides have
 * @param property the property's number in its type
 * @param own reads the property
 * @param other the other side of a join; null if it is a constant
 */
public record Indexing(
        ConstraintTypeOperator operator,
        Class<?> type,
        int property,
        Code own,
        String ownKey,
        @Nullable Code other,
        @Nullable Object constant) {
    boolean isJoin() {
        return other != null;
    }

    CodeReader reader(Origin origin) {
        return new CodeReader(origin, property, type, own, ownKey);
    }
}
