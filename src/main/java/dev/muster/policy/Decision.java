package dev.muster.policy;

import dev.muster.plan.Reasoned;
import dev.muster.policy.drl.Inference;
import dev.muster.reading.Reading;
import java.util.List;

/** What the rules made of a task, before it is settled into a plan. */
public record Decision(Reading reading, Inference inference, List<Reasoned<?>> concluded) {
    public Decision {
        concluded = List.copyOf(concluded);
    }
}
