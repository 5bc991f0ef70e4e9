package dev.muster.app;

import dev.muster.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force. Whoever works with them takes them once and keeps to them to the end; a new state is published in one
 * step.
 */
@ApplicationScoped
public class PolicyHolder {
    private final PolicyFiles files;
    private volatile @Nullable Policies current;

    PolicyHolder(PolicyFiles files) {
        this.files = files;
    }

    /** The policies as they are now, read when somebody first asks. */
    public Policies current() {
        Policies policies = current;
        return policies == null ? readOnce() : policies;
    }

    private synchronized Policies readOnce() {
        Policies policies = current;
        if (policies == null) {
            PolicyFiles.Snapshot snapshot = files.read();
            policies = Policies.load(snapshot.rules(), snapshot.agents());
            current = policies;
        }
        return policies;
    }
}
