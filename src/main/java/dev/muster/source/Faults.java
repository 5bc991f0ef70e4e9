package dev.muster.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects what is wrong in any number of files, so that a person sees all of it at once. Readers go on after a fault with
 * whatever is still usable; the caller looks here before it uses the result.
 */
public final class Faults {
    private final List<Fault> found = Collections.synchronizedList(new ArrayList<>());

    public void add(Place place, String message) {
        found.add(new Fault(place, message));
    }

    public void addAll(List<Fault> others) {
        found.addAll(others);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    /** Everything found so far, each once, by file, line and column. */
    public List<Fault> sorted() {
        synchronized (found) {
            return found.stream().distinct().sorted().toList();
        }
    }

    /** Ends the reading where anything is wrong. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new FaultException(sorted());
        }
    }
}
