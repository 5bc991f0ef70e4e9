package dev.muster.plan;

import java.util.Comparator;

/** What makes two proposals one step: agent and purpose; reviews of different kinds are different steps. */
public record StepKey(String agent, String purpose, String kind) implements Comparable<StepKey> {
    public static final String WORK = "work";
    public static final String REVIEW = "review";

    private static final Comparator<StepKey> ORDER =
            Comparator.comparing(StepKey::agent).thenComparing(StepKey::purpose).thenComparing(StepKey::kind);

    public static StepKey review(Proposal.Review review) {
        return new StepKey(review.agent(), REVIEW, review.kind());
    }

    public boolean is(String otherAgent, String otherPurpose) {
        return agent.equals(otherAgent) && purpose.equals(otherPurpose);
    }

    @Override
    public int compareTo(StepKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return agent + " (" + (kind.equals(WORK) ? purpose : kind + " " + purpose) + ")";
    }
}
