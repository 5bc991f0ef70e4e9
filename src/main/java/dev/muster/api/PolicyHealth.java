package dev.muster.api;

import dev.muster.app.Muster;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.PackSummary.State;
import dev.muster.policy.live.CaseVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while at least one pack plans; its data says which version each pack is at, and how much is wrong. Where, is told to those
 * who may see policies: health is asked for without a key.
 */
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
        boolean anyPlans = packs.stream().anyMatch(pack -> pack.state() != State.BROKEN);
        boolean anyNotReady = packs.stream().anyMatch(pack -> pack.state() != State.READY);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("policies").status(anyPlans).withData("degraded", anyNotReady);
        packs.forEach(pack -> answer.withData(pack.name(), words(pack)));
        return answer.build();
    }

    private static String words(PackSummary pack) {
        return switch (pack.state()) {
            case READY -> pack.version() + rollback(pack) + cases(pack);
            case DEGRADED ->
                pack.version() + rollback(pack) + ", degraded: "
                        + faults(pack.faults().size());
            case BROKEN -> "broken: " + faults(pack.faults().size());
        };
    }

    private static String rollback(PackSummary pack) {
        return pack.rolledBack()
                ? ", rolled back since %s until the files (%s) change".formatted(pack.since(), pack.filesVersion())
                : "";
    }

    private static String cases(PackSummary pack) {
        CaseVerdict cases = pack.cases();
        return cases == null || cases.allGreen()
                ? ""
                : ", " + count(cases.red().size(), "case is red", "cases are red");
    }

    private static String faults(int count) {
        return count(count, "fault", "faults");
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
