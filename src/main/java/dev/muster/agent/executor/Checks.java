package dev.muster.agent.executor;

import java.util.function.Consumer;

/** Runs checks. */
public interface Checks {
    /** Starts a check and returns at once; what cannot be started is told as a result too. */
    Call start(CheckOrder order, Consumer<CheckResult> finished);
}
