package dev.muster.policy.drl.explain;

import dev.muster.source.Place;
import java.util.List;

/** A condition of a rule that was not met. */
public sealed interface Unmet {
    /** The condition as it is written. */
    String condition();

    Place place();

    /** No fact is there that meets it; this one would. */
    record Lacking(String condition, Place place, Target fact) implements Unmet {}

    /** These facts are there and must not be. */
    record InTheWay(String condition, Place place, List<Object> facts) implements Unmet {
        public InTheWay {
            facts = List.copyOf(facts);
        }
    }

    /** It counts or computes something, so no single fact decides it. */
    record Untold(String condition, Place place) implements Unmet {}
}
