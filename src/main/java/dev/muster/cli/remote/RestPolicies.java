package dev.muster.cli.remote;

import dev.muster.app.PolicyControl;
import dev.muster.app.json.Json;
import dev.muster.app.planning.Replay;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.VersionSummary;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** Policies of a server elsewhere. */
public final class RestPolicies implements PolicyControl {
    private final RestMuster server;

    public RestPolicies(RestMuster server) {
        this.server = server;
    }

    @Override
    public List<PackSummary> policies() {
        return server.policies();
    }

    @Override
    public List<VersionSummary> versions(String pack) {
        return List.of(server.ask(server.request(Address.of("policies", pack, "versions")), VersionSummary[].class));
    }

    @Override
    public PackSummary rollBack(String pack, String version) {
        return server.ask(
                server.request(Address.of("policies", pack, "rollback"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.line(Map.of("version", version)))),
                PackSummary.class);
    }

    @Override
    public Replay replay(String plan) {
        return server.ask(server.request(Address.of("plans", plan, "replay")), Replay.class);
    }
}
