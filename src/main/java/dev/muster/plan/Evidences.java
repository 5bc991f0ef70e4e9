package dev.muster.plan;

import dev.muster.fact.Evidence;
import java.util.Comparator;

/** The order of words in a task: the title's first. */
public final class Evidences {
    public static final Comparator<Evidence> IN_TEXT_ORDER = Comparator.comparing(
                    (Evidence evidence) -> evidence.in().equals("title") ? 0 : 1)
            .thenComparingInt(Evidence::start)
            .thenComparingInt(Evidence::end);

    private Evidences() {}
}
