package dev.muster.api;

import dev.muster.app.ports.StoreReach;
import dev.muster.app.refusal.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while what is to be kept cannot be read or written: plans and runs would be refused. */
@Readiness
@ApplicationScoped
class StoreHealth implements HealthCheck {
    private final StoreReach reach;

    StoreHealth(StoreReach reach) {
        this.reach = reach;
    }

    @Override
    public HealthCheckResponse call() {
        StoreReach.Now now = reach.look();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("store").status(now.reached()).withData("since", String.valueOf(now.since()));
        Reason trouble = now.trouble();
        return trouble == null
                ? answer.build()
                : answer.withData("trouble", trouble.foundOutside()).build();
    }
}
