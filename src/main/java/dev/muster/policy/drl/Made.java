package dev.muster.policy.drl;

import dev.muster.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that a consequence makes: {@code new Review( "security", $agent )}. */
public record Made(String type, List<Argument> arguments, Place place) {
    public Made {
        arguments = List.copyOf(arguments);
    }

    /**
     * What it is made from.
     *
     * @param literal the value if it stands in the rule, else null
     */
    public record Argument(@Nullable Object literal, Place place) {}
}
