package dev.muster.policy.check;

import dev.muster.source.Place;

/**
 * Something that the check of a pack found.
 *
 * @param check the check's name, by which it can be silenced
 * @param about what it is about: a rule, a task type, an agent
 */
public record PackFinding(String check, Level level, Place place, String about, String message)
        implements Comparable<PackFinding> {
    /** An error keeps the pack from being served; a warning does not. */
    public enum Level {
        ERROR,
        WARNING
    }

    @Override
    public int compareTo(PackFinding other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return place + ": " + message + " [" + check + "]";
    }
}
