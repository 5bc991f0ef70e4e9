package dev.muster.policy.cases;

import dev.muster.source.Place;
import java.util.List;

/**
 * How a case went.
 *
 * @param mismatches what was not as the case says; empty means green
 * @param fired the names of the rules that fired, in the order in which they first did
 * @param rows the rows of the pack's tables that these rules used, as {@code file:line}, in the order of files and lines
 */
public record CaseResult(
        String pack, String name, Place place, List<Mismatch> mismatches, List<String> fired, List<String> rows) {
    public CaseResult {
        mismatches = List.copyOf(mismatches);
        fired = List.copyOf(fired);
        rows = List.copyOf(rows);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }

    /**
     * One expectation that was not met.
     *
     * @param place where the case says so
     */
    public record Mismatch(Place place, String expected, String found) {}
}
