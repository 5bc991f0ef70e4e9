package dev.muster.policy.drl;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule can call: a method of a fact, the constructor of a type, or a function.
 *
 * @param name what the rule writes; for a constructor the type's name
 * @param body gets the target (null for constructors and functions) and the arguments
 * @param doc a sentence for the rule author
 */
public record Callable(String name, ValueType returns, List<Parameter> parameters, Body body, String doc) {
    public Callable {
        parameters = List.copyOf(parameters);
    }

    /** What a call does. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object call(@Nullable Object target, Arguments arguments);
    }

    /** {@code UseAgent(String agent, Role role)}. */
    public String signature() {
        return name + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
