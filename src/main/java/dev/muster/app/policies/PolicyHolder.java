package dev.muster.app.policies;

import dev.muster.policy.Policies;
import dev.muster.policy.live.InForce;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force. Whoever works with them takes them once and keeps to them to the end; a new state is published in one
 * step.
 */
@ApplicationScoped
public class PolicyHolder {
    private final InitialPolicies beginning;
    private final Publication publication;
    private volatile @Nullable InForce current;

    PolicyHolder(InitialPolicies beginning, Publication publication) {
        this.beginning = beginning;
        this.publication = publication;
    }

    /** The policies as they are now, read when somebody first asks. */
    public Policies current() {
        return inForce().policies();
    }

    /** The same, with what there is to say about each pack. */
    public InForce inForce() {
        InForce inForce = current;
        return inForce == null ? begin() : inForce;
    }

    /** The same, but null where nobody has asked yet, or in vain. */
    @Nullable
    InForce inForceOrNull() {
        return current;
    }

    void publish(InForce next) {
        current = next;
    }

    private synchronized InForce begin() {
        InForce inForce = current;
        if (inForce == null) {
            inForce = beginning.inForce();
            current = inForce;
            publication.announce(InForce.NOTHING, inForce);
        }
        return inForce;
    }
}
