package dev.muster.policy.drl.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consequence can do to the session. */
interface Effects {
    void insert(Object fact);

    void insertLogical(Object fact);

    /**
     * Says that a fact changed.
     *
     * @param properties what changed in it, or null where that is not known
     */
    void update(Object fact, @Nullable Set<String> properties);

    void delete(Object fact);

    void focus(String group);

    void halt();

    /** Told of each turn of a loop. */
    void loops();
}
