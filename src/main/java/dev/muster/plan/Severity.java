package dev.muster.plan;

/** How much a risk would hurt. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
