package dev.muster.plan.rendering;

import java.util.Locale;

/** The lines of a Mermaid flowchart, indented as its subgraphs are nested. */
final class MermaidGraph {
    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private String indent = "  ";

    /** What a node stands for; its shape and colour tell it from the others. */
    enum Kind {
        PRIMARY("[", "]", "fill:#dbeafe,stroke:#1d4ed8,color:#111"),
        SUPPORTING("[", "]", "fill:#f3f4f6,stroke:#6b7280,color:#111"),
        REVIEWER("{{", "}}", "fill:#fef3c7,stroke:#b45309,color:#111"),
        REVIEW("{", "}", "fill:#fef3c7,stroke:#b45309,color:#111"),
        CHECK("[[", "]]", "fill:#dcfce7,stroke:#15803d,color:#111"),
        QUESTION("([", "])", "fill:#fee2e2,stroke:#b91c1c,color:#111"),
        ESCALATION(">", "]", "fill:#fee2e2,stroke:#b91c1c,color:#111");

        private final String open;
        private final String close;
        private final String style;

        Kind(String open, String close, String style) {
            this.open = open;
            this.close = close;
            this.style = style;
        }

        /** A name that no word of Mermaid's own can clash with. */
        private String className() {
            return "muster_" + name().toLowerCase(Locale.ROOT);
        }
    }

    void node(String id, Kind kind, String label) {
        line(id + kind.open + label + kind.close + ":::" + kind.className());
    }

    void subgraph(String id, String label, Runnable inside) {
        line("subgraph " + id + "[" + label + "]");
        String outer = indent;
        indent = outer + "  ";
        inside.run();
        indent = outer;
        line("end");
    }

    void edge(String from, String to) {
        line(from + " --> " + to);
    }

    void looseEdge(String from, String to) {
        line(from + " -.-> " + to);
    }

    /** A border of dashes for what nobody waits for. */
    void dashed(String id) {
        line("style " + id + " stroke-dasharray:5 5");
    }

    private void line(String words) {
        text.append(indent).append(words).append('\n');
    }

    /** The diagram, with the colours at its end. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(text);
        for (Kind kind : Kind.values()) {
            if (text.indexOf(":::" + kind.className()) >= 0) {
                all.append("  classDef ")
                        .append(kind.className())
                        .append(' ')
                        .append(kind.style)
                        .append('\n');
            }
        }
        return all.toString();
    }
}
