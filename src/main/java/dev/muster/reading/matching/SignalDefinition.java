package dev.muster.reading.matching;

import dev.muster.source.Place;
import java.util.List;

/**
 * One signal of {@code signals.yaml}.
 *
 * @param place where it is defined
 * @param any queries of which one is enough
 * @param not queries whose words do not count
 */
public record SignalDefinition(
        String name, String kind, double weight, Place place, List<String> any, List<String> not) {
    public SignalDefinition {
        any = List.copyOf(any);
        not = List.copyOf(not);
    }
}
