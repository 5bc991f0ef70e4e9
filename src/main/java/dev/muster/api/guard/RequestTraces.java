package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.RequestIds;
import dev.muster.app.telemetry.TraceContext;
import dev.muster.app.telemetry.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes each request of the API a span: part of the caller's trace where it sends one. */
@ApplicationScoped
class RequestTraces {
    private static final int FIRST_SERVER_ERROR = 500;

    private final Tracing tracing;

    RequestTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    void install(@Observes Router router) {
        if (tracing.isOn()) {
            router.route("/api/*").order(HandlerOrder.REQUEST_TRACES.order()).handler(this::trace);
        }
    }

    private void trace(RoutingContext request) {
        Tracing.Begun span =
                tracing.request(TraceContext.parse(request.request().getHeader("traceparent")));
        if (span != null) {
            request.addEndHandler(ended -> end(span, request, ended.succeeded()));
        }
        request.next();
    }

    private static void end(Tracing.Begun span, RoutingContext request, boolean answered) {
        int status = request.response().getStatusCode();
        String method = request.request().method().name();
        String route = route();
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "http.request.method", method,
                "http.response.status_code", Integer.toString(status),
                "url.path", request.normalizedPath(),
                "muster.request.id", request.response().headers().get(RequestIds.HEADER)));
        if (route != null) {
            attributes.put("http.route", route);
        }
        String error = !answered ? "The caller went away." : status >= FIRST_SERVER_ERROR ? "HTTP " + status : null;
        span.end(route == null ? method : method + " " + route, attributes, error);
    }

    /** The path as the operation has it, without ids; the framework notes it where requests are measured. */
    private static @Nullable String route() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.getLocal("UrlPathTemplate");
    }
}
