package dev.muster.app.policies;

import dev.muster.policy.live.CaseVerdict;
import dev.muster.policy.live.InForce;
import dev.muster.policy.live.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The policies that a process begins with: those of the files, in a server also what was rolled back before it started. */
@ApplicationScoped
class InitialPolicies {
    /** One command does not run all cases for one plan. */
    private static final Succession WITHOUT_CASES = new Succession(pack -> new CaseVerdict(0, List.of()));

    private final PolicyFiles files;
    private final Publication publication;
    private final InstantSource clock;

    InitialPolicies(PolicyFiles files, Publication publication, InstantSource clock) {
        this.files = files;
        this.publication = publication;
        this.clock = clock;
    }

    InForce inForce() {
        PolicyFiles.Snapshot read = files.read();
        Instant now = clock.instant();
        if (!publication.serves()) {
            return InForce.whenAsked(read.rules(), read.agents(), WITHOUT_CASES, now);
        }
        InForce filed = new Succession(publication::casesBeforehand).next(InForce.NOTHING, read.packs(), now);
        InForce first = publication.withRollbacks(filed);
        publication.keep(InForce.NOTHING, first);
        return first;
    }
}
