package dev.muster.run.decide;

import dev.muster.run.event.Remedy;
import dev.muster.run.event.Trouble;

/** Says what is done when something goes wrong. What it says is an event, so a replay does not ask again. */
@FunctionalInterface
public interface Decisions {
    Remedy on(Trouble trouble);
}
