package dev.muster.policy.drl;

import java.util.List;

/**
 * A fact that rules inserted and that is still there at the end.
 *
 * @param reasons the firings that inserted it and whose matches still hold
 */
public record Derived(Object fact, List<Firing> reasons) {
    public Derived {
        reasons = List.copyOf(reasons);
    }
}
