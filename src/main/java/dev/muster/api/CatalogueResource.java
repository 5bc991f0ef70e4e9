package dev.muster.api;

import dev.muster.app.AgentSummary;
import dev.muster.app.Muster;
import dev.muster.app.PackSummary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What plans are made of: policy packs and agents. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    private final Muster muster;

    CatalogueResource(Muster muster) {
        this.muster = muster;
    }

    @GET
    @Path("agents")
    public List<AgentSummary> agents(@QueryParam("pack") @Nullable String pack) {
        return muster.agents(pack);
    }

    @GET
    @Path("policies")
    public List<PackSummary> policies() {
        return muster.policies();
    }
}
