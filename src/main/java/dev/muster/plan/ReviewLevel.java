package dev.muster.plan;

/** How binding a review is: reported; to be overridden by a named person with a reason; never to be skipped. */
public enum ReviewLevel {
    ADVISORY,
    SOFT,
    HARD
}
