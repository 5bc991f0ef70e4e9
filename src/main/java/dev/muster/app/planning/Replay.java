package dev.muster.app.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of planning a task again.
 *
 * @param packVersion the version of the pack that planned both times
 * @param same whether both plans have the same bytes
 * @param differences where they differ
 */
public record Replay(String plan, String pack, String packVersion, boolean same, List<Difference> differences) {
    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * A value that differs.
     *
     * @param at where it is in the plan, such as {@code phases[0].steps[1].agent}
     * @param kept as it was; absent where there was nothing
     * @param now as it came this time; absent where there is nothing
     */
    public record Difference(
            String at, @Nullable String kept, @Nullable String now) {}
}
