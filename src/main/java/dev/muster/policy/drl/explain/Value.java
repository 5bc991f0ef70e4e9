package dev.muster.policy.drl.explain;

import org.jspecify.annotations.Nullable;

/** What is known of a value while a rule is looked through. */
sealed interface Value {
    Value UNKNOWN = new Unknown();

    /** A value of a fact that is there. */
    record Known(@Nullable Object value) implements Value {}

    /** A fact that is not there, by its position among what is unmet. */
    record Absent(int unmet) implements Value {}

    /**
     * A property of a fact that is not there, so it can be whatever is asked of it.
     *
     * @param element whether it is one of the property's values
     */
    record Open(int unmet, String property, boolean element) implements Value {}

    /** Nothing is known. */
    record Unknown() implements Value {}
}
