package dev.muster.api;

import dev.muster.app.Muster;
import dev.muster.app.PlanSummary;
import dev.muster.plan.Plan;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans: made, found, listed. */
@Path("/api/plans")
@Produces({MediaType.APPLICATION_JSON, MediaTypes.MARKDOWN, MediaTypes.MERMAID})
public class PlansResource {
    private static final int MAX_PAGE_SIZE = 200;

    private final Muster muster;

    PlansResource(Muster muster) {
        this.muster = muster;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public Plan plan(@Nullable PlanRequest request, UriInfo uri, HttpServerResponse response) {
        if (request == null) {
            throw new BadInput("empty-body", "The request has no body.", "", "Send {\"description\": \"…\"} as JSON.");
        }
        Plan plan = muster.plan(request.submission());
        response.putHeader(
                HttpHeaders.LOCATION,
                uri.getBaseUri().resolve("/api/plans/" + plan.id()).toString());
        return plan;
    }

    @GET
    @Path("/{id}")
    public Plan find(@RestPath String id) {
        return muster.find(id);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PlanList list(
            @QueryParam("limit") @DefaultValue("50") String limit, @QueryParam("before") @Nullable String before) {
        int size = BadInput.number("limit", limit, 1, MAX_PAGE_SIZE);
        List<PlanSummary> plans = muster.plans(size + 1, before);
        if (plans.size() <= size) {
            return new PlanList(plans, null);
        }
        List<PlanSummary> page = plans.subList(0, size);
        return new PlanList(
                page, "/api/plans?limit=" + size + "&before=" + page.getLast().id());
    }
}
