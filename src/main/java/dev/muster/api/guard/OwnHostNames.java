package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.ProblemWriter;
import dev.muster.app.access.Access;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An open server answers to its own names alone. A web page that its user looks at could give another name to this machine's
 * address (DNS rebinding) and would then be let in like the user.
 */
@ApplicationScoped
class OwnHostNames {
    private static final Pattern LOCAL =
            Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private final Access access;

    OwnHostNames(Access access) {
        this.access = access;
    }

    void install(@Observes Router router) {
        if (access.isOpen()) {
            router.route().order(HandlerOrder.LOCAL_NAMES.order()).handler(OwnHostNames::check);
        }
    }

    private static void check(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        String host = authority == null ? "" : authority.host().toLowerCase(Locale.ROOT);
        boolean one = request.request().headers().getAll(HttpHeaders.HOST).size() <= 1;
        if (one && (host.isEmpty() || LOCAL.matcher(host).matches())) {
            request.next();
            return;
        }
        Problem problem = HttpProblems.of(421).withValue(host);
        ProblemWriter.send(request, problem);
    }
}
