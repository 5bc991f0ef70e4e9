package dev.muster.app.policies;

import dev.muster.app.refusal.Refusal;
import dev.muster.policy.FileChanges;
import dev.muster.policy.Losses;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import dev.muster.source.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells the operator of a server what became of an edit. */
@ApplicationScoped
class ReloadLog {
    private static final Logger LOG = Logger.getLogger(ReloadLog.class);

    void changed(InForce before, InForce next) {
        for (PackStatus standing : next.all()) {
            if (standing != before.find(standing.name())) {
                changed(before.find(standing.name()), standing, before != InForce.NOTHING);
            }
        }
        before.all().stream()
                .filter(standing -> next.find(standing.name()) == null)
                .forEach(gone -> LOG.infof("%s is gone with its folder.", gone.name()));
        if (before.trouble() != null && next.trouble() == null) {
            LOG.info("The rules and agents can be read again.");
        }
    }

    private static void changed(@Nullable PackStatus before, PackStatus now, boolean running) {
        Served served = now.served();
        if (!now.faults().isEmpty()) {
            String stays = served == null ? "is broken" : "stays at " + served.version();
            LOG.warnf(
                    "%s %s: version %s of its files cannot be used.\n%s",
                    now.name(), stays, now.files().version(), lines(now.faults()));
        } else if (served != null && now.rolledBack()) {
            LOG.infof("%s is rolled back to %s until its files change.", now.name(), served.version());
        } else if (served != null && before != null) {
            FileChanges changes = FileChanges.between(before.files(), now.files());
            LOG.infof(
                    "%s is at %s%s.",
                    now.name(), served.version(), changes.areNone() ? ", as its files are" : ": " + changes);
        } else if (served != null && running) {
            LOG.infof("%s is new, at %s.", now.name(), served.version());
        }
        Served earlier = before == null ? null : before.served();
        if (served != null && earlier != null && served != earlier) {
            gone(now.name(), Losses.between(earlier.files(), served.files()));
        }
    }

    private static void gone(String pack, Losses losses) {
        if (!losses.rules().isEmpty()) {
            LOG.warnf("Rules of %s that went: %s.", pack, losses);
        }
    }

    void cases(Served served, CaseVerdict verdict) {
        if (!verdict.allGreen()) {
            LOG.warnf("%s %s has red cases.\n%s", served.pack().name(), served.version(), lines(verdict.red()));
        }
    }

    void trouble(Fault why) {
        LOG.warnf("The policies stay as they are: %s", why);
    }

    void notKept(String pack, Refusal refusal) {
        LOG.errorf(
                "A version of %s could not be kept. %s", pack, refusal.reason().found());
    }

    void notRolledBack(Refusal refusal) {
        LOG.errorf(
                "A rollback could not be taken up again. %s", refusal.reason().found());
    }

    private static String lines(List<Fault> faults) {
        return faults.stream().map(Objects::toString).collect(Collectors.joining("\n"));
    }
}
