package dev.muster.api;

import dev.muster.app.Muster;
import dev.muster.app.PackSummary;
import dev.muster.app.PackSummary.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while at least one pack plans; its data says which version each pack is at, and what is degraded and why. */
@Readiness
@ApplicationScoped
class PolicyHealth implements HealthCheck {
    private final Muster muster;

    PolicyHealth(Muster muster) {
        this.muster = muster;
    }

    @Override
    public HealthCheckResponse call() {
        List<PackSummary> packs = muster.policies();
        boolean anyReady = packs.stream().anyMatch(pack -> pack.state() == State.READY);
        boolean anyBroken = packs.stream().anyMatch(pack -> pack.state() == State.BROKEN);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("policies").status(anyReady).withData("degraded", anyBroken);
        packs.forEach(pack -> answer.withData(pack.name(), words(pack)));
        return answer.build();
    }

    private static String words(PackSummary pack) {
        return switch (pack.state()) {
            case READY -> String.valueOf(pack.version());
            case BROKEN ->
                "broken: " + pack.faults().getFirst()
                        + (pack.faults().size() == 1
                                ? ""
                                : " (and " + (pack.faults().size() - 1) + " more)");
        };
    }
}
