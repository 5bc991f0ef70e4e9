package dev.muster.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.api.guard.Caller;
import dev.muster.api.problem.BadInput;
import dev.muster.api.problem.RequestFields;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Runs: where they are, and what people say to them. */
@Tag(name = "Runs")
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
    private static final String ID = "The id of a run.";
    private static final int MAX_PAGE_SIZE = 200;

    private final Runs runs;
    private final Caller caller;

    RunsResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    /** A page of runs, newest first. */
    @RegisterForReflection
    public record RunList(List<RunSummary> runs) {}

    /**
     * What a person says to what they were asked.
     *
     * @param ask the id of the question
     * @param answer one of its choices, or words where it has none
     * @param as who says it, where the key of the request does not
     * @param why the reason, which some choices need
     */
    @RegisterForReflection
    public record Reply(
            @Nullable String ask,
            @Nullable String answer,
            @Nullable String as,
            @Nullable String why) {}

    /** A review that a person wants overridden. */
    @RegisterForReflection
    public record OverrideRequest(
            @Nullable String step,
            @Nullable String gate,
            @Nullable String as,
            @Nullable String why) {}

    /** Who wants something, and why. */
    @RegisterForReflection
    public record Wish(@Nullable String as, @Nullable String why) {}

    /**
     * What a person hands in for a step that is theirs.
     *
     * @param key the id under which the inbox has it
     * @param why the reason, for the record
     * @param report {@code result} as the step's result schema has it, or {@code text}, or {@code error}; the verdict of a review
     *     is exactly {@code pass}, or {@code changes} with findings
     */
    @RegisterForReflection
    public record HandIn(
            @Nullable String key,
            @Nullable String as,
            @Nullable String why,
            @Nullable JsonNode report) {}

    @Operation(summary = "Lists runs, newest first")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    public RunList list(
            @Parameter(description = "At most so many, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Parameter(description = "Only those older than this run.") @QueryParam("before") @Nullable String before) {
        return new RunList(runs.list(BadInput.clamped("limit", limit, 1, MAX_PAGE_SIZE), before));
    }

    @Operation(
            summary = "Tells where a run is",
            description = "Phases and steps with their status, the calls that are made now, and what people are asked.")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("/{id}")
    public RunView run(@Parameter(description = ID) @RestPath String id) {
        return runs.find(id);
    }

    @Operation(
            summary = "Verifies a run's record",
            description =
                    "Each event carries the hash of the one before, so what was changed, taken out or put in is found.")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Path("/{id}/audit")
    public RunAudit audit(
            @Parameter(description = ID) @RestPath String id,
            @Parameter(description = "The hash of one of its events that was kept elsewhere.") @RestQuery @Nullable
                    String kept) {
        return runs.audit(id, kept);
    }

    @Operation(
            summary = "Answers what a person was asked",
            description =
                    "Who answered, what and why is on record. Nobody approves their own wish. While programs work for the run, what lets it go past a gate or a limit takes an API key, also where the server asks nobody else for one; 403 with the advice where there is none.")
    @RolesAllowed(AccessRole.APPROVES)
    @POST
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunView answer(@Parameter(description = ID) @RestPath String id, @Nullable Reply reply) {
        Reply said = Objects.requireNonNullElse(reply, new Reply(null, null, null, null));
        return runs.answer(
                id,
                RequestFields.required("ask", said.ask()),
                RequestFields.required("answer", said.answer()),
                caller.signature(said.as(), said.why(), AccessRole.APPROVES));
    }

    @Operation(
            summary = "Wants a review overridden",
            description =
                    "A hard review never is. For a soft one somebody else is asked to agree. While programs work for the run both take an API key.")
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Path("/{id}/overrides")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunView override(@Parameter(description = ID) @RestPath String id, @Nullable OverrideRequest request) {
        OverrideRequest wish = Objects.requireNonNullElse(request, new OverrideRequest(null, null, null, null));
        return runs.override(
                id,
                RequestFields.required("step", wish.step()),
                RequestFields.required("gate", wish.gate()),
                caller.signature(wish.as(), RequestFields.required("why", wish.why()), AccessRole.SUBMITS));
    }

    @Operation(summary = "Cancels a run", description = "Programs that are at work are ended; nothing more begins.")
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunView cancel(@Parameter(description = ID) @RestPath String id, @Nullable Wish wish) {
        Wish said = Objects.requireNonNullElse(wish, new Wish(null, null));
        return runs.cancel(id, caller.as(said.as()), Objects.requireNonNullElse(said.why(), ""));
    }

    @Operation(summary = "Carries on a run that was left", description = "Where somebody is at it nothing happens.")
    @RolesAllowed(AccessRole.SUBMITS)
    @POST
    @Path("/{id}/resume")
    public RunView resume(@Parameter(description = ID) @RestPath String id) {
        return runs.resume(id);
    }

    @Operation(
            summary = "Hands in the work of a step that is a person's",
            description =
                    "Nothing else can be handed in here: not what an agent or a worker is at. The verdict of a review is pass, or changes with findings; 400 where it is neither. While programs work for the run it takes an API key.")
    @RolesAllowed(AccessRole.APPROVES)
    @POST
    @Path("/{id}/work")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunView handIn(@Parameter(description = ID) @RestPath String id, @Nullable HandIn work) {
        HandIn done = Objects.requireNonNullElse(work, new HandIn(null, null, null, null));
        return runs.handIn(
                id,
                RequestFields.required("key", done.key()),
                caller.signature(done.as(), done.why(), AccessRole.APPROVES),
                RequestFields.required("report", done.report()));
    }
}
