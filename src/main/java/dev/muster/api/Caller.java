package dev.muster.api;

import dev.muster.app.access.Access;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Under which name what a request does is recorded. */
@RequestScoped
class Caller {
    /** Who calls an open server, and says nothing else. */
    static final String LOCAL = "local";

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
    String as(@Nullable String said) {
        if (said == null || said.isBlank() || said.strip().equals(name())) {
            return name();
        }
        if (!access.isOpen()) {
            throw new BadInput(
                    "not-your-name",
                    "The request says it is from \"" + said.strip() + "\", and its key is that of \"" + name() + "\".",
                    said.strip(),
                    "Leave the name out: what you decide is recorded under the name of your key.");
        }
        return said.strip();
    }
}
