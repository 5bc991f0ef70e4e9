package dev.muster.policy;

import java.util.function.Supplier;

/** Is told of each part of planning, so that it can be measured. What is planned does not depend on it. */
public interface PlanningWatch {
    /** Tells nobody. */
    PlanningWatch NONE = new PlanningWatch() {
        @Override
        public <T> T stage(Stage stage, String pack, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void fired(String pack, int rules) {}
    };

    /** The parts of planning, in their order. */
    enum Stage {
        READING,
        RULES,
        SETTLING
    }

    /** A part of planning by one pack. */
    <T> T stage(Stage stage, String pack, Supplier<T> work);

    /** How many rules fired for one plan of a pack. */
    void fired(String pack, int rules);
}
