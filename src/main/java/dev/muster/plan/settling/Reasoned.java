package dev.muster.plan.settling;

import dev.muster.plan.Because;
import java.util.List;

/**
 * Something that rules concluded or proposed, with their reasons.
 *
 * @param <T> what it is
 */
public record Reasoned<T>(T what, List<Because> because) {
    public Reasoned {
        because = List.copyOf(because);
    }
}
