package dev.muster.api.resource;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.muster.api.problem.BadInput;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.Runs;
import dev.muster.run.event.Logged;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What happened in a run, as a list or as it happens. */
@Tag(name = "Runs")
@Path("/api/runs/{id}/events")
public class RunEventsResource {
    private static final Duration LISTENING = Duration.ofSeconds(15);
    private static final Executor WAITING = Thread::startVirtualThread;
    private static final int BATCH = 200;
    private static final int MAX_PAGE_SIZE = 1_000;
    private static final int MAX_WAIT_SECONDS = 60;

    private final Runs runs;

    RunEventsResource(Runs runs) {
        this.runs = runs;
    }

    /**
     * An event with its place in the run's record.
     *
     * @param seq counted from 1
     * @param event what happened; {@code type} says what
     * @param hash over this event and {@code prevHash}, the hash of the one before
     */
    @RegisterForReflection
    public record EventLine(
            long seq,
            Instant at,

            @Schema(implementation = Object.class) @JsonRawValue
            String event,

            String prevHash,
            String hash) {
        static EventLine of(Logged logged) {
            return new EventLine(logged.seq(), logged.at(), logged.json(), logged.prevHash(), logged.hash());
        }
    }

    /** Events in their order. */
    @RegisterForReflection
    public record EventList(List<EventLine> events) {}

    @Operation(
            summary = "Lists a run's events in their order",
            description = "With Accept: text/event-stream they come as they happen until the run ends; each has its"
                    + " number as id, and a stream that broke off goes on behind the one in Last-Event-ID.")
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public EventList events(
            @Parameter(description = "The id of a run.") @RestPath String id,
            @Parameter(
                            description = "Only those behind the event of this number.",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "At most so many, 1 to 1000.", schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("limit")
                    @DefaultValue("1000")
                    String limit,
            @Parameter(
                            description = "Wait so many seconds for the first of them, 0 to 60.",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("wait")
                    @DefaultValue("0")
                    String wait) {
        Duration atMost = Duration.ofSeconds(BadInput.clamped("wait", wait, 0, MAX_WAIT_SECONDS));
        int most = BadInput.clamped("limit", limit, 1, MAX_PAGE_SIZE);
        return new EventList(runs.events(id, BadInput.whole("after", after), most, atMost).stream()
                .map(EventLine::of)
                .toList());
    }

    @Operation(hidden = true) // one path and method have one description: that of the list
    @RolesAllowed(AccessRole.VIEWS)
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> follow(
            @RestPath String id,
            @QueryParam("after") @DefaultValue("0") String after,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            Sse sse) {
        Position position = new Position(lastEventId == null ? BadInput.whole("after", after) : number(lastEventId));
        runs.find(id);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> position,
                        from -> Uni.createFrom().item(() -> next(id, from)).runSubscriptionOn(WAITING))
                .whilst(batch -> !batch.last())
                .onItem()
                .transformToMultiAndConcatenate(batch -> Multi.createFrom().items(events(batch, sse)));
    }

    /** How far a stream has come. */
    private static final class Position {
        private long seq;

        Position(long seq) {
            this.seq = seq;
        }
    }

    private record Batch(List<Logged> events, boolean last) {}

    private Batch next(String id, Position position) {
        List<Logged> events = runs.events(id, position.seq, BATCH, LISTENING);
        if (!events.isEmpty()) {
            position.seq = events.getLast().seq();
        }
        boolean last = events.isEmpty() && runs.find(id).run().status().ended();
        return new Batch(events, last);
    }

    /** A comment where nothing happened: whoever is between sees that both ends live. */
    private static Stream<OutboundSseEvent> events(Batch batch, Sse sse) {
        return batch.events().isEmpty()
                ? Stream.of(sse.newEventBuilder().comment("nothing new").build())
                : batch.events().stream().map(logged -> event(logged, sse));
    }

    private static OutboundSseEvent event(Logged logged, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(logged.seq()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(EventLine.class, EventLine.of(logged))
                .build();
    }

    private static long number(String lastEventId) {
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException _) {
            throw new BadInput(
                    "bad-event-id",
                    "\"" + lastEventId + "\" is not the number of an event.",
                    lastEventId,
                    "Send the id of the last event that came, or leave Last-Event-ID out.");
        }
    }
}
