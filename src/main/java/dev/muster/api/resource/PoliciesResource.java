package dev.muster.api.resource;

import dev.muster.api.problem.BadInput;
import dev.muster.app.LivePolicies;
import dev.muster.app.access.AccessRole;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.Reloaded;
import dev.muster.app.policies.VersionSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Policy packs while they are in use: how they stand, their versions, reload and rollback. */
@Tag(name = "Policies", description = "What decides, and how it is changed while it is in use.")
@Path("/api/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesResource {
    private static final String NAME = "The name of a pack, which is that of its folder.";

    private final LivePolicies policies;

    PoliciesResource(LivePolicies policies) {
        this.policies = policies;
    }

    /** Which version to serve until the files change. */
    @RegisterForReflection
    public record RollbackRequest(@Nullable String version) {}

    @Operation(summary = "Lists the policy packs, their versions and what is wrong with them")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    public List<PackSummary> policies() {
        return policies.policies();
    }

    @Operation(
            summary =
                    "Tells how a pack stands: which version plans, and why it is not that of the files where it is not")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("/{pack}")
    public PackSummary policy(@Parameter(description = NAME) @RestPath String pack) {
        return policies.policy(pack);
    }

    @Operation(summary = "Lists the versions of a pack that were served, newest first, with the files that changed")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("/{pack}/versions")
    public List<VersionSummary> versions(@Parameter(description = NAME) @RestPath String pack) {
        return policies.versions(pack);
    }

    @Operation(
            summary = "Reads a pack's files now, serves them if they can be used, and tells how its cases went",
            description =
                    "Files that cannot be used are answered with 422 and every place; the last good version stays in use.")
    @RolesAllowed(AccessRole.EDITS_POLICY)
    @POST
    @Path("/{pack}/reload")
    public Reloaded reload(@Parameter(description = NAME) @RestPath String pack) {
        return policies.reload(pack);
    }

    @Operation(
            summary = "Serves an older version of a pack until its files change",
            description = "The version of the files themselves ends a rollback.")
    @RolesAllowed(AccessRole.EDITS_POLICY)
    @POST
    @Path("/{pack}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    public PackSummary rollback(
            @Parameter(description = NAME) @RestPath String pack, @Nullable RollbackRequest request) {
        if (request == null || request.version() == null) {
            throw new BadInput(
                    "missing-version",
                    "The body does not say which version.",
                    "",
                    "Send {\"version\": \"…\"} as JSON.");
        }
        return policies.rollBack(pack, request.version());
    }
}
