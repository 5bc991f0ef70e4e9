package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.expression.Code;
import dev.muster.policy.drl.expression.VariableScope;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.base.extractors.BaseObjectClassFieldReader;
import org.jspecify.annotations.Nullable;

/** Reads something from a fact by a compiled expression. */
public final class CodeReader extends BaseObjectClassFieldReader {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Origin origin;
    private final transient Code code;
    private final String key;

    /**
     * A reader.
     *
     * @param origin where the expression stands; null where no rule wrote it
     * @param index the property's number in its type, or -1; Drools shares comparisons of one property by it
     */
    public CodeReader(@Nullable Origin origin, int index, Class<?> type, Code code, String key) {
        super(index, type, ValueType.determineValueType(type));
        this.origin = origin;
        this.code = code;
        this.key = key;
    }

    @Override
    public @Nullable Object getValue(@Nullable ValueResolver resolver, @Nullable Object fact) {
        try {
            return code.value(fact, VariableScope.NONE);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (origin == null) {
                throw e;
            }
            throw origin.failure(e, fact);
        }
    }

    @Override
    public boolean isNullValue(@Nullable ValueResolver resolver, @Nullable Object fact) {
        return getValue(resolver, fact) == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeReader reader
                && key.equals(reader.key)
                && getExtractToClass() == reader.getExtractToClass();
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
