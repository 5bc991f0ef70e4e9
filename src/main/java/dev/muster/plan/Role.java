package dev.muster.plan;

/** What an agent is to a step: whose work it is, who helps, who judges. */
public enum Role {
    PRIMARY,
    SUPPORTING,
    REVIEWER
}
