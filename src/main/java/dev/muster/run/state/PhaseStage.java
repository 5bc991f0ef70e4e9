package dev.muster.run.state;

import java.util.List;

/** Where a phase is. */
public sealed interface PhaseStage {
    /** @param wanted whether a person said that it is */
    record Waiting(boolean wanted) implements PhaseStage {}

    /** A person has to say whether it is wanted. */
    record Asked(String askId) implements PhaseStage {}

    record Running() implements PhaseStage {}

    record Checking(CheckRun checks) implements PhaseStage {}

    /** A person has to say how it goes on after a check. */
    record AskedAbout(String askId, CheckRun checks) implements PhaseStage {}

    /** Steps put right what its checks found. */
    record HandedBack(List<Integer> to) implements PhaseStage {
        public HandedBack {
            to = List.copyOf(to);
        }
    }

    /** Its checks are through; steps that do not block may be at work. */
    record Checked() implements PhaseStage {}

    record Ended(boolean skipped) implements PhaseStage {}
}
