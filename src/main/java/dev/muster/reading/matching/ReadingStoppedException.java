package dev.muster.reading.matching;

import dev.muster.limit.OverLimitException;
import dev.muster.source.Place;

/** A signal took longer than there was time. */
public final class ReadingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    public ReadingStoppedException(SignalDefinition signal, OverLimitException over) {
        super(
                "The reading was stopped after " + over.reached() + ", at the signal \"" + signal.name()
                        + "\": ask for fewer words, or for plain ones.",
                over);
        this.place = signal.place();
    }

    /** Where the signal is defined. */
    public Place place() {
        return place;
    }
}
