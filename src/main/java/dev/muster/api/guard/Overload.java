package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.ProblemWriter;
import dev.muster.app.access.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns requests away while many others are at work: a server that takes in more than it works off answers everybody late, and runs
 * out of memory in the end. Nobody can have all places: a caller has a share, by the name of the key, else by the address. A request
 * takes a place once all of it is here. What only reads takes next to nothing and is never turned away.
 */
@ApplicationScoped
class Overload {
    /** Some seconds' work for a small server, and half of its threads: the other half is for those who only read. */
    static final int MOST_AT_ONCE = 100;

    /** These take no thread, only memory: that has a bound of its own. */
    static final int MOST_ARRIVING = 200;

    /** Nothing but a connection and now and then a look: workers that wait for work, and whoever follows a run. */
    static final int MOST_WAITING = 1_000;

    private static final Duration TO_READ_THE_ANSWER = Duration.ofSeconds(1);

    private static final String CLAIM = "/api/work/claim";
    private static final Pattern FOLLOWING = Pattern.compile("/api/runs/[^/]*/events/?");
    private static final Pattern READING_THAT_WORKS = Pattern.compile("/api/plans/[^/]*/(why|replay)/?");

    private final Access access;
    private final Shares working;
    private final Shares arriving;
    private final Shares waiting;

    Overload(Access access) {
        this.access = access;
        this.working = shares(MOST_AT_ONCE);
        this.arriving = shares(MOST_ARRIVING);
        this.waiting = shares(MOST_WAITING);
    }

    /** Who calls an open server is its user, who shares it with nobody. */
    private Shares shares(int most) {
        return new Shares(most, access.isOpen() ? most : most / 2);
    }

    void install(@Observes Router router) {
        router.route("/api/*").order(HandlerOrder.OVERLOAD.order()).handler(this::check);
    }

    private void check(RoutingContext request) {
        boolean reads = ForeignPages.READING.contains(request.request().method());
        Shares places = places(request, reads);
        if (places == null) {
            request.next();
            return;
        }
        request.request().pause();
        Context loop = request.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(
                        who -> loop.runOnContext(_ -> known(request, who, reads, places)),
                        // Why nobody knows who it is, is told where the operation asks.
                        _ -> loop.runOnContext(_ -> unknown(request)));
    }

    private @Nullable Shares places(RoutingContext request, boolean reads) {
        String path = request.normalizedPath();
        if (reads) {
            return FOLLOWING.matcher(path).matches()
                    ? waiting
                    : READING_THAT_WORKS.matcher(path).matches() ? working : null;
        }
        return path.equals(CLAIM) ? waiting : working;
    }

    /** Refused before its body is looked at. */
    private static void unknown(RoutingContext request) {
        request.request().resume();
        request.next();
    }

    private void known(RoutingContext request, SecurityIdentity who, boolean reads, Shares places) {
        if (who.isAnonymous()) {
            unknown(request);
            return;
        }
        String caller = access.isOpen()
                ? request.request().remoteAddress().hostAddress()
                : who.getPrincipal().getName();
        if (reads) {
            request.request().resume();
            place(request, caller, places);
            return;
        }
        switch (arriving.take(caller)) {
            case Shares.Full _ -> turnAway(request, HttpProblems.of(503));
            case Shares.ShareUsed _ -> turnAway(request, HttpProblems.yourShare());
            case Shares.Place arrival -> {
                request.addEndHandler(_ -> arrival.leave());
                Arrival.await(request, here -> {
                    arrival.leave();
                    place(here, caller, places);
                });
            }
        }
    }

    private static void place(RoutingContext request, String caller, Shares places) {
        switch (places.take(caller)) {
            case Shares.Full _ -> turnAway(request, HttpProblems.of(503));
            case Shares.ShareUsed _ -> turnAway(request, HttpProblems.yourShare());
            case Shares.Place place -> {
                request.addEndHandler(_ -> place.leave());
                request.next();
            }
        }
    }

    /** Whoever is still writing is given the time to read the answer: a connection that is cut off takes it along. */
    private static void close(RoutingContext request) {
        request.vertx()
                .setTimer(
                        TO_READ_THE_ANSWER.toMillis(),
                        _ -> request.request().connection().close());
    }

    /** Without the rest of the request, for which nobody waits any longer. */
    static void turnAway(RoutingContext request, Problem problem) {
        if (problem.status() == 503 || problem.status() == 429) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        boolean unfinished = !request.request().isEnded();
        if (unfinished) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.request().resume();
        }
        ProblemWriter.send(request, problem).onComplete(_ -> {
            if (unfinished) {
                close(request);
            }
        });
    }
}
