package dev.muster.api.resource;

import dev.muster.api.problem.BadInput;
import dev.muster.api.problem.MediaTypes;
import dev.muster.app.Muster;
import dev.muster.app.access.AccessRole;
import dev.muster.app.planning.PlanSummary;
import dev.muster.plan.Plan;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans: made, found, listed. */
@Tag(name = "Plans", description = "A task goes in, an explained plan comes out.")
@Path("/api/plans")
@Produces({MediaType.APPLICATION_JSON, MediaTypes.MARKDOWN, MediaTypes.MERMAID})
public class PlansResource {
    private static final int MAX_PAGE_SIZE = 200;

    private final Muster muster;

    PlansResource(Muster muster) {
        this.muster = muster;
    }

    @Operation(
            summary = "Plans a task",
            description = "The same task, context and policy give the same plan, but for its id and time. It is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The plan; the header Location says where it is from now on.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Plan.class)),
                @Content(
                        mediaType = MediaTypes.MARKDOWN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "document", value = Examples.MARKDOWN)),
                @Content(
                        mediaType = MediaTypes.MERMAID,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "diagram", value = Examples.MERMAID))
            })
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public Plan plan(
            @RequestBody(
                            description = "What is to be done; a description is all it needs.",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PlanRequest.class),
                                            examples = @ExampleObject(name = "task", value = Examples.TASK)))
                    @Nullable
                    PlanRequest request,
            UriInfo uri,
            HttpServerResponse response) {
        if (request == null) {
            throw new BadInput("empty-body", "The request has no body.", "", "Send {\"description\": \"…\"} as JSON.");
        }
        Plan plan = muster.plan(request.submission());
        response.putHeader(
                HttpHeaders.LOCATION,
                uri.getBaseUri().resolve("/api/plans/" + plan.id()).toString());
        return plan;
    }

    @Operation(
            summary = "Answers a plan's questions",
            description = "Gives the next version of the plan, which knows the answers. It is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The plan in its next version.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Plan.class)),
                @Content(mediaType = MediaTypes.MARKDOWN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.MERMAID, schema = @Schema(type = SchemaType.STRING))
            })
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public Plan answer(
            @Parameter(description = "A plan's id.") @RestPath String id,
            @RequestBody(
                            description =
                                    "Answers by the ids of the questions; where a question has choices, one of them.",
                            content = @Content(schema = @Schema(implementation = AnswersRequest.class)))
                    @Nullable
                    AnswersRequest request) {
        return muster.answer(id, (request == null ? new AnswersRequest(null) : request).given());
    }

    @Operation(
            summary = "Finds a plan",
            description =
                    "As JSON, as a Markdown document (?why=false leaves the reasons out) or as a Mermaid flowchart.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Plan.class)),
                @Content(mediaType = MediaTypes.MARKDOWN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.MERMAID, schema = @Schema(type = SchemaType.STRING))
            })
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("/{id}")
    public Plan find(@Parameter(description = "A plan's id.") @RestPath String id) {
        return muster.find(id);
    }

    @Operation(summary = "Lists plans, newest first")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PlanList list(
            @Parameter(description = "How many at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Parameter(description = "Only plans older than the one with this id.") @QueryParam("before") @Nullable
                    String before) {
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
