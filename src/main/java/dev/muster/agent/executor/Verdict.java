package dev.muster.agent.executor;

import java.util.List;

/** A reviewer's judgement. */
public record Verdict(Decision decision, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether what was reviewed is good as it is. */
    public enum Decision {
        PASS,
        CHANGES
    }
}
