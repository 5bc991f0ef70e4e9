package dev.muster.api.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.muster.api.problem.BadInput;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.MediaTypes;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.Problems;
import dev.muster.api.problem.RequestIds;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with problem details whatever goes wrong. */
class ProblemAnswers {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final CurrentVertxRequest current;

    ProblemAnswers(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerExceptionMapper
    Response refusal(Refusal e, UriInfo uri) {
        Reason reason = e.reason();
        if (!reason.found().equals(reason.foundOutside())) {
            // What callers are not told; whoever runs the server finds it under the request's id.
            LOG.warnf("%s answered with %s: %s", uri.getRequestUri().getRawPath(), reason.kind(), reason.found());
        }
        Response.ResponseBuilder answer = answer(Problems.of(reason), uri);
        return (passes(reason) ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).build();
    }

    /** Whether it may be over in a while without the caller's doing. */
    private static boolean passes(Reason reason) {
        return reason instanceof StoreReason.DatabaseOutOfReach || reason instanceof StoreReason.StoreOutOfReach;
    }

    @ServerExceptionMapper
    Response notJson(BodyRules.NotJson e, UriInfo uri) {
        return answer(HttpProblems.notJson(e.said()), uri).build();
    }

    @ServerExceptionMapper
    Response badText(BodyRules.BadText e, UriInfo uri) {
        return answer(e.problem(), uri).build();
    }

    @ServerExceptionMapper
    Response badInput(BadInput e, UriInfo uri) {
        return answer(Problems.of(e), uri).build();
    }

    @ServerExceptionMapper
    Response json(MismatchedInputException e, UriInfo uri) {
        return answer(Problems.of(e), uri).build();
    }

    @ServerExceptionMapper
    Response anyJson(JsonProcessingException e, UriInfo uri) {
        return answer(Problems.of(e), uri).build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(Problems.of(json), uri).build();
        }
        Response told = e.getResponse();
        return answer(HttpProblems.of(told.getStatus()), uri)
                .header(HttpHeaders.ALLOW, told.getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notAuthenticated(UriInfo uri) {
        return answer(HttpProblems.of(401), uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException e, UriInfo uri) {
        return answer(HttpProblems.of(403), uri).build();
    }

    /** The rest of the request did not come: the caller went away, or takes longer than anybody waits for it. */
    @ServerExceptionMapper
    Response brokenOff(IOException e, UriInfo uri) {
        LOG.debugf(e, "A request broke off: %s", uri.getRequestUri().getRawPath());
        return answer(HttpProblems.of(408), uri).build();
    }

    /** Also errors of the machine, such as memory that ran out: they end the request, not the server. */
    @ServerExceptionMapper
    Response unforeseen(Throwable e, UriInfo uri) {
        LOG.error("A request failed: " + uri.getRequestUri().getRawPath(), e);
        return answer(HttpProblems.internal(requestId()), uri).build();
    }

    private String requestId() {
        RoutingContext routing = current.getCurrent();
        return routing == null
                ? "unknown"
                : String.valueOf(routing.response().headers().get(RequestIds.HEADER));
    }

    private static Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .type(MediaTypes.PROBLEM)
                .entity(problem.withInstance(uri.getRequestUri().getPath()));
    }
}
