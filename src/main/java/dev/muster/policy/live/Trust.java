package dev.muster.policy.live;

/** How far files are believed that may still be being written. */
public enum Trust {
    /** What they say is; that they say something no more is not: it may be about to be written again. */
    WHAT_IS_THERE,
    /** They have been at rest for long, or somebody who knows asks for them: what is gone is gone. */
    WHAT_IS_GONE_TOO
}
