package dev.muster.source;

import dev.muster.limit.OverLimitException;
import java.util.List;

/** Tells of files whose reading took more than it may, at the place where it was. */
public final class Stopped {
    private Stopped() {}

    /** Nothing can be said of what comes behind that place, so reading ends with this. */
    public static FaultException at(Place place, OverLimitException over) {
        return at(place, "", over);
    }

    /**
     * The same within something that has a name.
     *
     * @param within as in {@code  (in rule "x")}; empty where there is none
     */
    public static FaultException at(Place place, String within, OverLimitException over) {
        return new FaultException(List.of(new Fault(
                place,
                "Reading the pack was stopped here after " + over.reached()
                        + ": take out what is not needed, or put what differs only in names into a table" + within
                        + ".")));
    }
}
