package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.source.Nearest;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.drools.core.base.accumulators.AverageAccumulateFunction;
import org.drools.core.base.accumulators.CollectListAccumulateFunction;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;
import org.drools.core.base.accumulators.CountAccumulateFunction;
import org.drools.core.base.accumulators.IntegerMaxAccumulateFunction;
import org.drools.core.base.accumulators.IntegerMinAccumulateFunction;
import org.drools.core.base.accumulators.IntegerSumAccumulateFunction;
import org.drools.core.base.accumulators.LongMaxAccumulateFunction;
import org.drools.core.base.accumulators.LongMinAccumulateFunction;
import org.drools.core.base.accumulators.LongSumAccumulateFunction;
import org.drools.core.base.accumulators.MaxAccumulateFunction;
import org.drools.core.base.accumulators.MinAccumulateFunction;
import org.drools.core.base.accumulators.NumericMaxAccumulateFunction;
import org.drools.core.base.accumulators.NumericMinAccumulateFunction;
import org.drools.core.base.accumulators.SumAccumulateFunction;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The functions that an accumulate can use, each as Drools has it for the type of its argument. */
public final class AccumulateFunctions {
    private static final List<String> NAMES =
            List.of("count", "sum", "min", "max", "average", "collectList", "collectSet");

    private AccumulateFunctions() {}

    /** A function and the type of its result. */
    public record Chosen(Supplier<? extends AccumulateFunction<?>> make, ValueType result) {
        @SuppressWarnings("unchecked")
        public AccumulateFunction<Serializable> function() {
            return (AccumulateFunction<Serializable>) make.get();
        }
    }

    public static Chosen choose(Condition.Function function, @Nullable ValueType argument) {
        String name = function.name().equals("avg") ? "average" : function.name();
        if (!NAMES.contains(name)) {
            throw new SyntaxError(
                    function.at(),
                    "there is no function \"" + name + "\" to accumulate with." + Nearest.hint(name, NAMES));
        }
        int most = function.arguments().size();
        boolean optional = name.equals("count") || name.startsWith("collect");
        if (most > 1 || most == 0 && !optional) {
            throw new SyntaxError(function.at(), "\"" + name + "\" takes one value in its parentheses");
        }
        ValueType type = argument == null ? ValueType.ANYTHING : argument;
        if (Set.of("sum", "average").contains(name) && !type.isNumber()) {
            throw new SyntaxError(function.at(), "\"" + name + "\" needs numbers, not " + type.shown());
        }
        if (Set.of("min", "max").contains(name) && !hasOrder(type)) {
            throw new SyntaxError(
                    function.at(),
                    "\"" + name + "\" needs values that have an order, such as numbers and texts, not " + type.shown());
        }
        return switch (name) {
            case "count" -> new Chosen(CountAccumulateFunction::new, ValueType.of(Long.class));
            case "sum" -> sum(type);
            case "min" -> least(type);
            case "max" -> greatest(type);
            case "average" -> new Chosen(AverageAccumulateFunction::new, ValueType.of(Double.class));
            case "collectList" -> new Chosen(CollectListAccumulateFunction::new, listOf(type));
            default -> new Chosen(CollectSetAccumulateFunction::new, new ValueType(Set.class, type.boxed()));
        };
    }

    /** Of what can be anything it is seen when it is compared. */
    private static boolean hasOrder(ValueType type) {
        return type.is(Object.class) || type.isNumber() || Comparable.class.isAssignableFrom(type.boxed());
    }

    static ValueType listOf(ValueType element) {
        return new ValueType(List.class, element.is(Object.class) ? null : element.boxed());
    }

    private static Chosen sum(ValueType type) {
        if (type.boxed() == Integer.class) {
            return new Chosen(IntegerSumAccumulateFunction::new, ValueType.of(Integer.class));
        }
        return type.boxed() == Long.class
                ? new Chosen(LongSumAccumulateFunction::new, ValueType.of(Long.class))
                : new Chosen(SumAccumulateFunction::new, ValueType.of(Double.class));
    }

    private static Chosen least(ValueType type) {
        if (type.boxed() == Integer.class) {
            return new Chosen(IntegerMinAccumulateFunction::new, ValueType.of(Integer.class));
        }
        if (type.boxed() == Long.class) {
            return new Chosen(LongMinAccumulateFunction::new, ValueType.of(Long.class));
        }
        return type.isNumber()
                ? new Chosen(NumericMinAccumulateFunction::new, ValueType.of(Double.class))
                : new Chosen(MinAccumulateFunction::new, type);
    }

    private static Chosen greatest(ValueType type) {
        if (type.boxed() == Integer.class) {
            return new Chosen(IntegerMaxAccumulateFunction::new, ValueType.of(Integer.class));
        }
        if (type.boxed() == Long.class) {
            return new Chosen(LongMaxAccumulateFunction::new, ValueType.of(Long.class));
        }
        return type.isNumber()
                ? new Chosen(NumericMaxAccumulateFunction::new, ValueType.of(Double.class))
                : new Chosen(MaxAccumulateFunction::new, type);
    }
}
