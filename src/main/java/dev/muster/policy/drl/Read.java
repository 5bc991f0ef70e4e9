package dev.muster.policy.drl;

import dev.muster.source.Place;
import java.util.List;

/** A pattern of a condition, with its comparisons to values that stand in the rule. */
public record Read(String type, List<Compared> compared, Place place) {
    public Read {
        compared = List.copyOf(compared);
    }

    /**
     * A comparison such as {@code name == "upload"}; {@code in} gives one for each value.
     *
     * @param property the property's name, or a call such as {@code cell("task_type")} as it is written
     */
    public record Compared(String property, String operator, Object literal, Place place) {}
}
