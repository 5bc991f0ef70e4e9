package dev.muster.app;

import dev.muster.app.planning.Replay;
import dev.muster.app.planning.Replaying;
import dev.muster.app.policies.CaseRuns;
import dev.muster.app.policies.MissingPack;
import dev.muster.app.policies.PackSummary;
import dev.muster.app.policies.PolicyHolder;
import dev.muster.app.policies.PolicyReload;
import dev.muster.app.policies.PolicyVersions;
import dev.muster.app.policies.Reloaded;
import dev.muster.app.policies.VersionSummary;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.policy.FileChanges;
import dev.muster.policy.Losses;
import dev.muster.policy.Pack;
import dev.muster.policy.PackFiles;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.PackStatus;
import dev.muster.policy.live.Served;
import dev.muster.policy.live.Trust;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies of this process. */
@ApplicationScoped
public class LivePolicies implements PolicyControl {
    /** Reading takes milliseconds, so whoever still writes after so many readings writes for long. */
    private static final int MAX_READINGS = 100;

    private final PolicyHolder holder;
    private final PolicyReload reload;
    private final PolicyVersions versions;
    private final CaseRuns cases;
    private final Replaying replaying;

    public LivePolicies(
            PolicyHolder holder, PolicyReload reload, PolicyVersions versions, CaseRuns cases, Replaying replaying) {
        this.holder = holder;
        this.reload = reload;
        this.versions = versions;
        this.cases = cases;
        this.replaying = replaying;
    }

    /** What plans that are kept are planned by: the policies in force, with the rollbacks of the data folder. */
    InForce inForce() {
        return reload.withRollbacks(versions);
    }

    /** Makes sure that the versions by which a plan was made can be read again later. */
    void keep(InForce inForce, Plan plan) {
        versions.keepFor(plan, inForce);
    }

    @Override
    public List<PackSummary> policies() {
        InForce inForce = inForce();
        return inForce.all().stream()
                .map(standing -> summary(inForce, standing, cases::verdict))
                .toList();
    }

    /** How a pack stands. */
    public PackSummary policy(String pack) {
        InForce inForce = inForce();
        return summary(inForce, standing(inForce, pack), cases::verdict);
    }

    /**
     * Reads the files now.
     *
     * @return what became of a pack, and how its cases went
     * @throws Refusal where its files cannot be used, with every place
     */
    public Reloaded reload(String pack) {
        PackStatus before = inForce().find(pack);
        readFiles(pack);
        InForce inForce = holder.inForce();
        PackStatus now = standing(inForce, pack);
        Served planned = before == null ? null : before.served();
        PackSummary summary = summary(inForce, now, cases::await);
        if (!summary.faults().isEmpty()) {
            throw new Refusal(new PolicyReason.ReloadRefused(pack, summary.version(), summary.faults()));
        }
        PackFiles files = before == null ? PackFiles.of(pack, new TreeMap<>()) : before.files();
        return new Reloaded(
                summary,
                planned == null ? null : planned.version(),
                FileChanges.between(files, now.files()),
                rulesGone(planned, now.served()));
    }

    private static List<String> rulesGone(@Nullable Served before, @Nullable Served now) {
        return before == null || now == null
                ? List.of()
                : Losses.between(before.files(), now.files()).ruleNames();
    }

    /** Whoever asks knows that the files are as they are wanted: what is gone in them is gone. */
    private void readFiles(String pack) {
        try {
            for (int i = 0; i < MAX_READINGS; i++) {
                PolicyReload.Reading reading = reload.read();
                reload.inReach();
                if (reload.take(reading, pack, Trust.WHAT_IS_GONE_TOO) != PolicyReload.Outcome.MOVING) {
                    return;
                }
            }
        } catch (Refusal e) {
            reload.outOfReach(e);
            return;
        }
        throw new Refusal(new PolicyReason.FilesMoving());
    }

    @Override
    public List<VersionSummary> versions(String pack) {
        InForce inForce = inForce();
        PackStatus standing = inForce.find(pack);
        if (standing != null && standing.served() != null) {
            versions.keep(standing.served().files());
        }
        List<VersionSummary> list = versions.list(pack, standing);
        if (list.isEmpty()) {
            standing(inForce, pack);
        }
        return list;
    }

    @Override
    public PackSummary rollBack(String pack, String version) {
        inForce();
        reload.rollBack(pack, version, versions);
        return policy(pack);
    }

    @Override
    public Replay replay(String plan) {
        return replaying.replay(plan);
    }

    private static PackStatus standing(InForce inForce, String pack) {
        PackStatus standing = inForce.find(pack);
        if (standing == null) {
            throw new Refusal(MissingPack.toLookAt(pack, inForce.policies()));
        }
        return standing;
    }

    private static PackSummary summary(
            InForce inForce, PackStatus standing, Function<Pack, @Nullable CaseVerdict> cases) {
        Served served = standing.served();
        return PackSummary.of(inForce, standing, served == null ? null : cases.apply(served.pack()));
    }
}
