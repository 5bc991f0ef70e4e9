package dev.muster.api.problem;

import dev.muster.app.json.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where no operation has been reached yet. */
public final class ProblemWriter {
    private ProblemWriter() {}

    /** Ends the request; headers that were set before are sent along. */
    public static Future<Void> send(RoutingContext request, Problem problem) {
        return request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.PROBLEM)
                .end(Json.line(problem.withInstance(request.normalizedPath())));
    }
}
