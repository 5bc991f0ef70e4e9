package dev.muster.policy.drl.syntax;

import dev.muster.limit.OverLimitException;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong in one file. One fault is kept for a place, and no more than a person will read. */
public final class SyntaxFaults {
    private static final int MOST = 100;

    private final SourceText source;
    private final List<Fault> found = new ArrayList<>();
    private final Set<Integer> places = new LinkedHashSet<>();
    private @Nullable String rule;

    public SyntaxFaults(SourceText source) {
        this.source = source;
    }

    /** Names the rule or query that the next faults are in; null ends it. */
    public void inside(@Nullable String ruleOrQuery) {
        rule = ruleOrQuery;
    }

    public void add(SyntaxError error) {
        if (!error.text().isEmpty()) {
            add(error.at(), error.text());
        }
    }

    public void add(int at, String message) {
        if (found.size() < MOST && places.add(at)) {
            found.add(new Fault(source.place(at), rule == null ? message : message + " (in " + rule + ")"));
        }
    }

    /** The end of reading, where it has taken more than it may. */
    public FaultException stopped(int at, OverLimitException over) {
        return Stopped.at(source.place(at), rule == null ? "" : " (in " + rule + ")", over);
    }

    /** Whether what else is found is not kept, so that nobody need look for good words for it. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    public int count() {
        return found.size();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
