package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.ProblemWriter;
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
        router.route().order(HandlerOrder.BODY_LIMIT.order()).handler(BodyLimit::check);
    }

    private static void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= MAX_BYTES) {
            request.next();
            return;
        }
        Problem problem = HttpProblems.of(413).withValue(length + " bytes");
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemWriter.send(request, problem);
    }
}
