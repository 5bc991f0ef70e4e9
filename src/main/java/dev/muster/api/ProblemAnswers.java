package dev.muster.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.muster.app.Reason;
import dev.muster.app.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
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

    @ServerExceptionMapper
    Response refusal(Refusal e, UriInfo uri) {
        Response.ResponseBuilder answer = answer(Problems.of(e.reason()), uri);
        return (passes(e.reason()) ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).build();
    }

    /** Whether it may be over in a while without the caller's doing. */
    private static boolean passes(Reason reason) {
        return reason instanceof Reason.DatabaseOutOfReach || reason instanceof Reason.StoreOutOfReach;
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
        LOG.debugf(e, "A request broke off: %s", uri.getPath());
        return answer(HttpProblems.of(408), uri).build();
    }

    @ServerExceptionMapper
    Response unforeseen(Exception e, UriInfo uri) {
        LOG.error("A request failed: " + uri.getPath(), e);
        return answer(HttpProblems.of(500), uri).build();
    }

    private static Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .type(MediaTypes.PROBLEM)
                .entity(problem.withInstance(uri.getRequestUri().getPath()));
    }
}
