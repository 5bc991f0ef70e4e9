package dev.muster.api;

import dev.muster.api.problem.HandlerOrder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives requests one name in the measures until they reach an operation, which has its own. What is refused before has any path
 * that a caller makes up: each would be a measure to keep, and after a hundred of them no operation would be measured any more.
 */
@ApplicationScoped
class MeasuredPaths {
    /** Stands where a path would. */
    static final String REFUSED = "/refused";

    /** What the measuring asks where no operation has said its path. */
    private static final String PATH = "UrlPathTemplate";

    private static final String NOT_MEASURED = "/q/";

    void install(@Observes Router router) {
        router.route().order(HandlerOrder.MEASURED_PATHS.order()).handler(MeasuredPaths::name);
    }

    private static void name(RoutingContext request) {
        Context context = Vertx.currentContext();
        if (context != null && !request.normalizedPath().startsWith(NOT_MEASURED)) {
            context.putLocal(PATH, REFUSED);
        }
        request.next();
    }
}
