package dev.muster.api.resource;

import dev.muster.api.guard.Caller;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.RunRequest;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.StartedRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs of a plan: begun here, and from then on under {@code /api/runs}. */
@Tag(name = "Runs", description = "A plan that is carried out: by agents, with checks, reviews and people.")
@Path("/api/plans/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class PlanRunsResource {
    private final Runs runs;
    private final Caller caller;

    PlanRunsResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    /**
     * How a plan is to be carried out.
     *
     * @param as who wants it, where the key of the request does not say it
     * @param rehearse whether nobody is to be called, whatever is configured
     * @param workspace the folder on the server that the work is in
     * @param seed of all chance, for a rehearsal that is to go the same way again
     */
    @RegisterForReflection
    public record Start(
            @Nullable String as,
            @Nullable Boolean rehearse,
            @Nullable String workspace,
            @Nullable Long seed) {}

    @Operation(
            summary = "Starts to carry out a plan",
            description =
                    "The run goes on by itself from here. Where nothing says how agents are called it is a rehearsal, and the answer says so.")
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public StartedRun start(
            @Parameter(description = "The id of a plan that is ready.") @RestPath String id,
            @RequestBody(
                            description = "How; {} will do.",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Start.class),
                                            examples = @ExampleObject(name = "run", value = "{\"rehearse\": true}")))
                    @Nullable
                    Start request,
            UriInfo uri,
            HttpServerResponse response) {
        Start how = request == null ? new Start(null, null, null, null) : request;
        StartedRun started = runs.start(new RunRequest(
                id, caller.as(how.as()), Boolean.TRUE.equals(how.rehearse()), how.workspace(), how.seed()));
        response.putHeader(
                HttpHeaders.LOCATION,
                uri.getBaseUriBuilder()
                        .path("api/runs")
                        .path(started.run().run().id())
                        .build()
                        .toString());
        return started;
    }
}
