package dev.muster.api.guard;

import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A body on its way in. No thread waits for it, and it is not waited for longer than for anybody's. */
final class Arrival {
    /** From the end of the headers on; a slow line brings the largest body in less. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int PART_OF_THE_MEMORY = 8;
    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / PART_OF_THE_MEMORY);
    private static final AtomicLong BYTES = new AtomicLong();

    private final RoutingContext routing;
    private final Consumer<RoutingContext> whenHere;
    private final Buffer body = Buffer.buffer();
    private boolean ended;

    private Arrival(RoutingContext routing, Consumer<RoutingContext> whenHere) {
        this.routing = routing;
        this.whenHere = whenHere;
    }

    /**
     * Takes a request's body in; on the request's event loop.
     *
     * @param whenHere what follows once all of it is here; until then nothing does
     */
    static void await(RoutingContext routing, Consumer<RoutingContext> whenHere) {
        new Arrival(routing, whenHere).begin();
    }

    private void begin() {
        HttpServerRequest request = routing.request();
        long timer = routing.vertx().setTimer(LONGEST.toMillis(), _ -> refuse(HttpProblems.of(408)));
        routing.addEndHandler(_ -> {
            routing.vertx().cancelTimer(timer);
            end();
        });
        request.handler(this::take).endHandler(_ -> {
            routing.vertx().cancelTimer(timer);
            here();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
        request.resume();
    }

    /** An end may be told more than once, and the memory is free once. */
    private void end() {
        if (!ended) {
            ended = true;
            BYTES.addAndGet(-body.length());
        }
    }

    private void take(Buffer chunk) {
        if (ended) {
            return;
        }
        body.appendBuffer(chunk);
        long bytes = BYTES.addAndGet(chunk.length());
        if (body.length() > BodyLimit.MAX_BYTES) {
            refuse(HttpProblems.of(413).withValue("more than " + BodyLimit.MAX_BYTES + " bytes"));
        } else if (bytes > MOST_BYTES) {
            refuse(HttpProblems.of(503));
        }
    }

    private void here() {
        if (!ended) {
            ((RoutingContextInternal) routing).setBody(body);
            whenHere.accept(routing);
        }
    }

    private void refuse(Problem problem) {
        if (!ended) {
            Overload.turnAway(routing, problem);
        }
    }
}
