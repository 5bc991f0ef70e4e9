package dev.muster.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** An operation that fails in ways in which none should. */
@Path("/api/failing/{how}")
public class FailingResource {
    @Operation(hidden = true)
    @PermitAll
    @GET
    public String fail(@RestPath String how) {
        switch (how) {
            case "memory" -> throw new OutOfMemoryError("a secret of the inside");
            case "stack" -> throw new StackOverflowError("a secret of the inside");
            default -> throw new IllegalStateException("a secret of the inside");
        }
    }
}
