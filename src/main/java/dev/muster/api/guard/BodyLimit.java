package dev.muster.api.guard;

import dev.muster.api.problem.FirstHandlers;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.MediaTypes;
import dev.muster.api.problem.Problem;
import dev.muster.app.json.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body that says it is too large before any of it is read. One that lies is cut off by the server's own limit. */
@ApplicationScoped
class BodyLimit {
    /** Twice the longest text, as JSON may escape it; the server's own limit is above it. */
    static final long MAX_BYTES = 1L << 20;

    void install(@Observes Router router) {
        router.route().order(FirstHandlers.BODY_LIMIT).handler(BodyLimit::check);
    }

    private static void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= MAX_BYTES) {
            request.next();
            return;
        }
        Problem problem =
                HttpProblems.of(413).withInstance(request.normalizedPath()).withValue(length + " bytes");
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.PROBLEM)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Json.line(problem));
    }
}
