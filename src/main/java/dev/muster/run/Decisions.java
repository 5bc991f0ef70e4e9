package dev.muster.run;

/** Says what is done when something goes wrong. What it says is an event, so a replay does not ask again. */
@FunctionalInterface
public interface Decisions {
    Remedy on(Trouble trouble);
}
