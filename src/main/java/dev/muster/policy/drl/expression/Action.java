package dev.muster.policy.drl.expression;

/** A compiled statement. */
@FunctionalInterface
public interface Action {
    void run(VariableFrame frame);
}
