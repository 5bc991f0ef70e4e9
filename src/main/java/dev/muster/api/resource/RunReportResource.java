package dev.muster.api.resource;

import dev.muster.api.problem.MediaTypes;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.Runs;
import dev.muster.run.report.RunReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What came of a run. */
@Tag(name = "Runs")
@Path("/api/runs/{id}/report")
public class RunReportResource {
    private final Runs runs;

    RunReportResource(Runs runs) {
        this.runs = runs;
    }

    @Operation(
            summary = "Tells what came of a run so far",
            description = "Also as Markdown, with Accept: text/markdown. It is made of the run's events alone.")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.MARKDOWN})
    public RunReport report(@Parameter(description = "The id of a run.") @RestPath String id) {
        return runs.report(id);
    }
}
