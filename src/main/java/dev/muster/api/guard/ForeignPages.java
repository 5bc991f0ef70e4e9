package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.ProblemWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of somebody else sends through the browser of whoever looks at it: on a server that is open to the user of
 * this machine it would come as from that user. A link that somebody follows is let through: it only reads, and only they see it.
 */
@ApplicationScoped
class ForeignPages {
    static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What a browser says of a page of ours, and where no page is behind a request. */
    private static final Set<String> NOT_FOREIGN = Set.of("same-origin", "none");

    void install(@Observes Router router) {
        router.route().order(HandlerOrder.FOREIGN_PAGES.order()).handler(ForeignPages::check);
    }

    private static void check(RoutingContext request) {
        String page = foreign(request.request());
        if (page == null) {
            request.next();
            return;
        }
        Problem problem = HttpProblems.foreignPage().withValue(page);
        ProblemWriter.send(request, problem);
    }

    /** Where it comes from; null where that is no page, or one of ours. */
    private static @Nullable String foreign(HttpServerRequest request) {
        boolean link = isLink(request);
        Stream<String> sites = request.headers().getAll("Sec-Fetch-Site").stream()
                .filter(site -> !NOT_FOREIGN.contains(site) && !link);
        Stream<String> origins = request.headers().getAll(HttpHeaders.ORIGIN).stream()
                .filter(origin -> !isOurs(origin, request.authority()));
        return Stream.concat(sites, origins).findFirst().orElse(null); // each counts where there are several
    }

    private static boolean isLink(HttpServerRequest request) {
        return READING.contains(request.method()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean isOurs(String origin, @Nullable HostAndPort we) {
        try {
            String theirs = URI.create(origin).getAuthority();
            return theirs != null && we != null && theirs.equalsIgnoreCase(we.toString());
        } catch (IllegalArgumentException _) {
            // No address, so none of ours.
            return false;
        }
    }
}
