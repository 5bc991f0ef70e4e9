package dev.muster.policy.drl.explain;

import java.util.List;

/**
 * A rule that could conclude what is asked for.
 *
 * @param rule its name
 * @param ways in which it would have, the nearest first; empty where it never could with these tables
 */
public record Attempt(String rule, List<Way> ways) {
    public Attempt {
        ways = List.copyOf(ways);
    }
}
