package dev.muster.api.resource;

import dev.muster.api.problem.BadInput;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.Runs;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people are waited for. */
@Tag(name = "Runs")
@Path("/api/inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private static final int MAX_PAGE_SIZE = 1_000;

    private final Runs runs;

    InboxResource(Runs runs) {
        this.runs = runs;
    }

    /** Questions, approvals and steps that wait for a person. */
    @RegisterForReflection
    public record Inbox(List<InboxEntry> entries) {}

    @Operation(summary = "Lists what people are waited for, longest waiting first")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    public Inbox inbox(
            @Parameter(description = "Only what this run waits for.") @QueryParam("run") @Nullable String run,
            @Parameter(description = "At most so many, 1 to 1000.", schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("limit")
                    @DefaultValue("200")
                    String limit) {
        return new Inbox(runs.inbox(run, BadInput.clamped("limit", limit, 1, MAX_PAGE_SIZE)));
    }
}
