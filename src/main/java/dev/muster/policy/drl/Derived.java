package dev.muster.policy.drl;

import java.util.List;

/** A fact that rules inserted and that is still there at the end, with all reasons for it. */
public record Derived(Object fact, List<Reason> reasons) {
    public Derived {
        reasons = List.copyOf(reasons);
    }
}
