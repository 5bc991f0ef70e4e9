package dev.muster.api;

import dev.muster.api.problem.MediaTypes;
import dev.muster.api.problem.Problem;
import dev.muster.api.resource.Examples;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.Operation;

/** What the API says of itself as a whole: every operation can end in a problem, and all problems look alike. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Muster",
                        version = "1",
                        description = "Decides by rules which agents work on a software task, and says why."),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What was found, where, and what to do (RFC 9457).",
                                        content =
                                                @Content(
                                                        mediaType = MediaTypes.PROBLEM,
                                                        schema = @Schema(implementation = Problem.class),
                                                        examples =
                                                                @ExampleObject(
                                                                        name = "problem",
                                                                        value = Examples.PROBLEM)))))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription extends Application implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref("Problem"));
        return operation;
    }
}
