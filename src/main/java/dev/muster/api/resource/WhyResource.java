package dev.muster.api.resource;

import dev.muster.app.Muster;
import dev.muster.app.access.AccessRole;
import dev.muster.policy.why.Why;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Why something is in a plan, and why not. */
@Tag(name = "Plans")
@Path("/api/plans/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
public class WhyResource {
    private final Muster muster;

    WhyResource(Muster muster) {
        this.muster = muster;
    }

    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Operation(
            summary = "Says why something is in a plan, or which conditions failed and which words would have met them")
    public Why why(
            @Parameter(description = "A plan's id.") @RestPath String id,
            @Parameter(
                            description =
                                    "An agent, review, escalation, question, trigger, task type, pattern, category,"
                                            + " scope, signal or step; with its kind before it where the name alone is not clear.",
                            example = "review:security")
                    @QueryParam("about")
                    @DefaultValue("")
                    String about) {
        return muster.why(id, about);
    }
}
