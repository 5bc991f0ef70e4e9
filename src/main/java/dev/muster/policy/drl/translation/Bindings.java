package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.interpretation.Bound;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that can be seen at a place of the conditions: its own, and those of the places around it. */
final class Bindings {
    private final @Nullable Bindings outer;
    private final Map<String, Bound> own = new LinkedHashMap<>();
    private final Set<String> poisoned;

    Bindings() {
        this.outer = null;
        this.poisoned = new LinkedHashSet<>();
    }

    private Bindings(Bindings outer) {
        this.outer = outer;
        this.poisoned = outer.poisoned;
    }

    /** A place inside, such as within {@code not ( … )}: what is bound there is not seen here. */
    Bindings inside() {
        return new Bindings(this);
    }

    @Nullable
    Bound find(String name) {
        Bound bound = own.get(name);
        return bound == null && outer != null ? outer.find(name) : bound;
    }

    void put(Bound bound) {
        own.put(bound.name(), bound);
    }

    Map<String, Bound> own() {
        return own;
    }

    Map<String, Bound> all() {
        Map<String, Bound> all = outer == null ? new LinkedHashMap<>() : outer.all();
        all.putAll(own);
        return all;
    }

    Collection<String> names() {
        return all().keySet();
    }

    /** Marks a name whose condition has a fault. */
    void poison(String name) {
        poisoned.add(name);
    }

    /** Every name that is not known may have been bound by a condition that could not be read. */
    void poisonAll() {
        poisoned.add("*");
    }

    boolean isAllPoisoned() {
        return poisoned.contains("*");
    }

    boolean isPoisoned(String name) {
        return poisoned.contains(name) || isAllPoisoned() && find(name) == null;
    }

    Set<String> poisoned() {
        return poisoned;
    }
}
