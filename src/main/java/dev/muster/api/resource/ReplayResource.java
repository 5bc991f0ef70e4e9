package dev.muster.api.resource;

import dev.muster.app.LivePolicies;
import dev.muster.app.access.AccessRole;
import dev.muster.app.planning.Replay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Plans a kept task again by the version that planned it, and compares. */
@Tag(name = "Plans")
@Path("/api/plans/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private final LivePolicies policies;

    ReplayResource(LivePolicies policies) {
        this.policies = policies;
    }

    @Operation(
            summary = "Plans a kept task again by the version of the policy that planned it, and compares",
            description = "Nothing is kept of it. The same task, context, answers and policy give the same bytes.")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    public Replay replay(@Parameter(description = "The id of a plan.") @RestPath String id) {
        return policies.replay(id);
    }
}
