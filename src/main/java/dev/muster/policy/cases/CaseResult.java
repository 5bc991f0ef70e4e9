package dev.muster.policy.cases;

import dev.muster.source.Place;
import java.util.List;

/**
 * How a case went.
 *
 * @param mismatches what was not as the case says; empty means green
 * @param fired the rules that fired, in the order in which they first did
 */
public record CaseResult(String pack, String name, Place place, List<Mismatch> mismatches, List<String> fired) {
    public CaseResult {
        mismatches = List.copyOf(mismatches);
        fired = List.copyOf(fired);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }

    /** One expectation that was not met. */
    public record Mismatch(Place place, String expected, String found) {}
}
