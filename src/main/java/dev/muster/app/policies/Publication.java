package dev.muster.app.policies;

import dev.muster.app.config.ServerMode;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.Pack;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import jakarta.enterprise.context.ApplicationScoped;

/** What belongs to a change of policy in a server: a version is kept before anybody plans by it, then its cases run. */
@ApplicationScoped
class Publication {
    private final PolicyVersions versions;
    private final CaseRuns cases;
    private final ReloadLog log;
    private final Telemetry telemetry;
    private final boolean serves;

    Publication(PolicyVersions versions, CaseRuns cases, ReloadLog log, Telemetry telemetry, ServerMode mode) {
        this.versions = versions;
        this.cases = cases;
        this.log = log;
        this.telemetry = telemetry;
        this.serves = mode.isOn();
    }

    /** Whether this is a server; a command ends before any of this would be of use. */
    boolean serves() {
        return serves;
    }

    /** Before the change. Where versions cannot be kept, plans cannot either, and those who ask for one are told. */
    void keep(InForce before, InForce next) {
        for (PackStatus standing : next.all()) {
            PackStatus earlier = before.find(standing.name());
            if (serves && standing != earlier) {
                keep(earlier != null && earlier.rolledBack(), standing);
            }
        }
    }

    private void keep(boolean wasRolledBack, PackStatus standing) {
        try {
            if (standing.served() != null) {
                versions.keep(standing.served().files());
            }
            if (wasRolledBack || standing.rolledBack()) {
                versions.note(standing);
            }
        } catch (Refusal e) {
            log.notKept(standing.name(), e);
        }
    }

    /** After the change. */
    void announce(InForce before, InForce next) {
        if (!serves) {
            return;
        }
        telemetry.policies(before, next);
        log.changed(before, next);
        for (PackStatus standing : next.all()) {
            Served served = standing.served();
            if (served != null) {
                cases.begin(served.pack(), verdict -> log.cases(served, verdict));
            }
        }
    }

    /** What the cases say to a pack that is served only if they are green. */
    CaseVerdict casesBeforehand(Pack pack) {
        return cases.beforehand(pack);
    }

    /** At the start: a rollback whose version cannot be read any more must not keep a server from starting. */
    InForce withRollbacks(InForce filed) {
        try {
            return versions.withRollbacks(filed);
        } catch (Refusal e) {
            log.notRolledBack(e);
            return filed;
        }
    }
}
