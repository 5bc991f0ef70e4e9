package dev.muster.policy.drl;

import dev.muster.policy.drl.value.WrongValueException;
import org.jspecify.annotations.Nullable;

/** The values that a rule calls something with, already of the parameters' types. */
public final class Arguments {
    private final @Nullable Object[] values;

    public Arguments(@Nullable Object[] values) {
        this.values = values;
    }

    /** A value that must be there; where it is null, the rule fails with a place. */
    public <T> T get(int index) {
        T value = this.<T>orNull(index);
        if (value == null) {
            throw new WrongValueException("argument " + (index + 1) + " is null");
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> @Nullable T orNull(int index) {
        return (T) values[index];
    }
}
