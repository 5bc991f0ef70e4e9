package dev.muster.api.problem;

/** Media types beside those that JAX-RS knows. */
public final class MediaTypes {
    public static final String MARKDOWN = "text/markdown";
    public static final String MERMAID = "text/vnd.mermaid";
    public static final String PROBLEM = "application/problem+json";

    private MediaTypes() {}
}
