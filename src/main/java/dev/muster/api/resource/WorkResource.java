package dev.muster.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.api.guard.Caller;
import dev.muster.api.problem.RequestFields;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.Runs;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Work for workers elsewhere, who come and fetch it. */
@Tag(name = "Work", description = "Workers take calls of agents, keep them with heartbeats, and hand in results.")
@Path("/api/work")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkResource {
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Runs runs;
    private final Caller caller;

    WorkResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    /**
     * A worker that looks for something to do.
     *
     * @param worker its name, for as long as it lives; not needed with an API key, whose name counts
     * @param executors the executors of the operator's configuration that it works for
     * @param waitSeconds how long to wait for something, at most 60; 0 unless said
     */
    @RegisterForReflection
    public record ClaimRequest(
            @Nullable String worker,
            @Nullable List<String> executors,
            @Nullable Integer waitSeconds) {}

    /**
     * The call that a worker holds, as the order named it.
     *
     * @param claim what the order gave to show that the call is this worker's
     * @param worker not needed any more: the claim says whose the call is
     * @param text for progress: one line
     * @param report for a result: {@code result} as the order's schema has it, or {@code text}, or {@code error}
     */
    @RegisterForReflection
    public record Held(
            @Nullable String run,
            @Nullable String key,
            @Nullable Long fence,
            @Nullable String claim,
            @Nullable String worker,
            @Nullable String text,
            @Nullable JsonNode report) {
        Runs.HeldWork work() {
            return new Runs.HeldWork(
                    RequestFields.required("run", run),
                    RequestFields.required("key", key),
                    RequestFields.required("fence", fence),
                    RequestFields.required("claim", claim));
        }
    }

    @Operation(
            summary = "Takes the call that has waited longest",
            description =
                    "Waits for one where the request says so; 204 where there is none. A review of a run for which programs are at work takes an API key, also where the server asks nobody else for one; 403 where there is none. The call is the worker's until leasedUntil; heartbeats put that off, and a call whose time ran out is given to another. All that is said of the call shows the claim of the answer; of that only the hash is kept.")
    @RolesAllowed(AccessRole.WORKS)
    @POST
    @Path("/claim")
    @RunOnVirtualThread
    public RestResponse<ObjectNode> claim(@Nullable ClaimRequest request) {
        ClaimRequest wish = Objects.requireNonNullElse(request, new ClaimRequest(null, null, null));
        ObjectNode order = runs.claim(new Runs.Claiming(
                caller.worker(wish.worker()),
                caller.proof(AccessRole.WORKS),
                RequestFields.required("executors", wish.executors()),
                Math.clamp(wish.waitSeconds() == null ? 0 : wish.waitSeconds(), 0, LONGEST_WAIT_SECONDS)));
        return order == null ? RestResponse.noContent() : RestResponse.ok(order);
    }

    @Operation(
            summary = "Keeps a call the worker's own",
            description =
                    "409 where it no longer is: it was cancelled, ended, or given to another. Then the worker stops.")
    @RolesAllowed(AccessRole.WORKS)
    @POST
    @Path("/heartbeat")
    public void heartbeat(@Nullable Held held) {
        runs.heartbeat(work(held));
    }

    @Operation(summary = "Tells in a line how a call goes")
    @RolesAllowed(AccessRole.WORKS)
    @POST
    @Path("/progress")
    public void progress(@Nullable Held held) {
        runs.progress(work(held), RequestFields.required("text", held == null ? null : held.text()));
    }

    @Operation(
            summary = "Hands in what came of a call",
            description =
                    "409 where it came too late: another has the call, or the run no longer waits for it. 403 where the claim is not the one that was given for the call.")
    @RolesAllowed(AccessRole.WORKS)
    @POST
    @Path("/result")
    public void result(@Nullable Held held) {
        runs.result(work(held), RequestFields.required("report", held == null ? null : held.report()));
    }

    private static Runs.HeldWork work(@Nullable Held held) {
        return Objects.requireNonNullElse(held, new Held(null, null, null, null, null, null, null))
                .work();
    }
}
