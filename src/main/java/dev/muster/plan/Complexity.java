package dev.muster.plan;

/** How much work a plan is, as the sizes of shirts. */
public enum Complexity {
    S,
    M,
    L,
    XL
}
