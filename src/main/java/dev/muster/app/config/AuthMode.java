package dev.muster.app.config;

/** When callers have to say who they are. */
public enum AuthMode {
    /** Where the server listens on more than loopback. */
    ELSEWHERE,
    /** Always. */
    ALWAYS
}
