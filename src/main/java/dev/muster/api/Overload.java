package dev.muster.api;

import dev.muster.app.PlanJson;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns requests away while many others are at work: a server that takes in more than it works off answers everybody late, and runs
 * out of memory in the end. What only reads or waits takes next to nothing and is never turned away.
 */
@ApplicationScoped
class Overload {
    /** Some seconds' work for a small server, and half of its threads: the other half is for those who only read. */
    static final int MOST_AT_ONCE = 100;

    private static final int AFTER_THE_BODY_LIMIT = Integer.MIN_VALUE + 4;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String WAITING = "/api/work/claim";

    private final AtomicInteger atWork = new AtomicInteger();

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_BODY_LIMIT).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (READING.contains(request.request().method())
                || request.normalizedPath().equals(WAITING)) {
            request.next();
        } else if (atWork.incrementAndGet() > MOST_AT_ONCE) {
            atWork.decrementAndGet();
            turnAway(request);
        } else {
            AtomicBoolean counted = new AtomicBoolean(true);
            request.addEndHandler(_ -> {
                // Vert.x does not promise to tell of an end only once: a failure may be told too.
                if (counted.getAndSet(false)) {
                    atWork.decrementAndGet();
                }
            });
            request.next();
        }
    }

    private static void turnAway(RoutingContext request) {
        request.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.PROBLEM)
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .end(PlanJson.line(HttpProblems.of(503).withInstance(request.normalizedPath())));
    }
}
