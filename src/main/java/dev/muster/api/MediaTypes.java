package dev.muster.api;

/** Media types beside those that JAX-RS knows. */
final class MediaTypes {
    static final String MARKDOWN = "text/markdown";
    static final String MERMAID = "text/vnd.mermaid";
    static final String PROBLEM = "application/problem+json";

    private MediaTypes() {}
}
