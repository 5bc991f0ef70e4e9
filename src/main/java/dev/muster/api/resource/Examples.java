package dev.muster.api.resource;

/** What the API's description shows; a test sends and gets each of them. */
public final class Examples {
    static final String TASK = """
            {
              "title": "Invoice upload",
              "description": "Add an endpoint where customers upload invoices as PDF and store them in S3",
              "ref": "SHOP-417",
              "context": {"modules": ["billing"], "constraints": ["no new service"]}
            }""";

    static final String MARKDOWN = """
            # Invoice upload
            """;

    static final String MERMAID = """
            flowchart TD
            """;

    public static final String PROBLEM = """
            {
              "type": "urn:problem-type:muster:unknown-pack",
              "title": "Unknown pack",
              "status": 400,
              "detail": "There is no policy pack \\"backnd\\".",
              "instance": "/api/plans",
              "advice": "Name one that is there. Did you mean \\"backend\\"?",
              "value": "backnd",
              "known": ["api-worker", "backend", "fastapi-firebase", "feature-delivery", "go-aws"]
            }""";

    private Examples() {}
}
