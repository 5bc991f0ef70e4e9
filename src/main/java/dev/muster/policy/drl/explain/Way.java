package dev.muster.policy.drl.explain;

import dev.muster.source.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One way in which a rule would conclude what is asked for.
 *
 * @param unmet what is not as it would have to be, in the order of the rule's conditions
 * @param cost how far off it is: the less, the likelier it is what somebody looks for
 */
public record Way(List<Unmet> unmet, int cost) {
    public Way {
        unmet = List.copyOf(unmet);
    }

    /** Whether this one fails at all conditions at which the other one fails, and at more. */
    boolean failsAtMoreThan(Way other) {
        Set<Place> places = places();
        Set<Place> others = other.places();
        return places.size() > others.size() && places.containsAll(others);
    }

    private Set<Place> places() {
        return unmet.stream().map(Unmet::place).collect(Collectors.toSet());
    }

    String key() {
        return unmet.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
