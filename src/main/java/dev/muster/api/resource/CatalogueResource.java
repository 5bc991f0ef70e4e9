package dev.muster.api.resource;

import dev.muster.app.Muster;
import dev.muster.app.access.AccessRole;
import dev.muster.app.authoring.AgentSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who does the work that is planned. */
@Tag(name = "Catalogue", description = "What plans are made of.")
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    private final Muster muster;

    CatalogueResource(Muster muster) {
        this.muster = muster;
    }

    @Operation(summary = "Lists the agents that a pack can put to work")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("agents")
    public List<AgentSummary> agents(
            @Parameter(description = "A pack's name; without it, all packs.") @QueryParam("pack") @Nullable
                    String pack) {
        return muster.agents(pack);
    }
}
