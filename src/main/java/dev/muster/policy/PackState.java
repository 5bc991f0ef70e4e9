package dev.muster.policy;

import dev.muster.source.Fault;
import java.util.List;

/** A pack of the rules folder: ready to plan, or broken. */
public sealed interface PackState {
    String name();

    /** Ready to plan. */
    record Loaded(Pack pack) implements PackState {
        @Override
        public String name() {
            return pack.name();
        }
    }

    /** Not to be used as it is, and why. */
    record Broken(String name, List<Fault> faults) implements PackState {
        public Broken {
            faults = List.copyOf(faults);
        }
    }
}
