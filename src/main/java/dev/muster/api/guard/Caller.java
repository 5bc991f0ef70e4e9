package dev.muster.api.guard;

import dev.muster.api.problem.BadInput;
import dev.muster.api.problem.RequestFields;
import dev.muster.app.access.Access;
import dev.muster.app.runs.Signature;
import dev.muster.run.event.Proof;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Under which name what a request does is recorded. */
@RequestScoped
public class Caller {
    /** Who calls an open server, and says nothing else. */
    static final String LOCAL = "local";

    /** What the caller's key gives, as an attribute of who it is. */
    static final String GRANTED = "muster.granted";

    private final Access access;
    private final SecurityIdentity identity;

    Caller(Access access, SecurityIdentity identity) {
        this.access = access;
        this.identity = identity;
    }

    String name() {
        return identity.getPrincipal().getName();
    }

    /**
     * The name for a decision. On an open server people say who they are; elsewhere the key or token says it.
     *
     * @param said the name in the request
     */
    public String as(@Nullable String said) {
        if (said == null || said.isBlank() || said.strip().equals(name())) {
            return name();
        }
        if (isKnown()) {
            throw new BadInput(
                    "not-your-name",
                    "The request says it is from \"" + said.strip() + "\", and its key is that of \"" + name() + "\".",
                    said.strip(),
                    "Leave the name out: what you decide is recorded under the name of your key.");
        }
        return said.strip();
    }

    /** The name of a worker: that of its key, and only where nobody is asked for one what it says itself. */
    public String worker(@Nullable String said) {
        return isKnown() ? name() : RequestFields.required("worker", said).strip();
    }

    /** Who decides, and how it is known. */
    public Signature signature(@Nullable String said, @Nullable String why, String role) {
        return new Signature(as(said), Objects.requireNonNullElse(why, ""), proof(role));
    }

    /** On an open server a caller may do everything, and only a key of this role shows that it is a person. */
    public Proof proof(String role) {
        return !access.isOpen() || granted().contains(role) ? Proof.KEY : Proof.NONE;
    }

    /** Whether a key or token says who it is. */
    private boolean isKnown() {
        return !access.isOpen() || !granted().isEmpty();
    }

    private Set<?> granted() {
        Set<?> granted = identity.getAttribute(GRANTED);
        return granted == null ? Set.of() : granted;
    }
}
