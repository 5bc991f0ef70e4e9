package dev.muster.policy;

import dev.muster.plan.settling.Reasoned;
import dev.muster.policy.drl.Inference;
import dev.muster.reading.Reading;
import java.util.List;

/** What the rules made of a task, before it is settled into a plan. */
public record PolicyDecision(Reading reading, Inference inference, List<Reasoned<?>> concluded) {
    public PolicyDecision {
        concluded = List.copyOf(concluded);
    }
}
