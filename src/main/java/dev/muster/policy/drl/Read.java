package dev.muster.policy.drl;

import dev.muster.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of a condition, with its comparisons. */
public record Read(String type, List<Compared> compared, Place place) {
    public Read {
        compared = List.copyOf(compared);
    }

    /**
     * A comparison such as {@code name == "upload"}; {@code in} gives one for each value.
     *
     * @param property the property's name, or a call such as {@code cell("task_type")} as it is written
     * @param literal the value if it stands in the rule, else null
     * @param propertyPlace where the property stands
     * @param place where the value stands
     */
    public record Compared(
            String property, String operator, @Nullable Object literal, Place propertyPlace, Place place) {}
}
