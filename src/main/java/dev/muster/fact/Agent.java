package dev.muster.fact;

import java.util.List;

/**
 * An agent that the pack can put to work.
 *
 * @param name its name, unique in the pack
 * @param description when to use it, as its file says
 * @param tools what it may use; empty means everything
 * @param file where it is defined, relative to the agents folder
 */
public record Agent(String name, String description, List<String> tools, String file) {
    public Agent {
        tools = List.copyOf(tools);
    }
}
