package dev.muster.agent;

import dev.muster.agent.Diagnostic.Severity;
import dev.muster.source.Place;
import java.util.List;

/** Files that are not agents but look as if somebody meant them to be. */
final class Skipped {
    private static final int FAR_ENOUGH = 20;

    private Skipped() {}

    static List<Diagnostic> diagnose(String path, String text) {
        List<Line> lines = Line.of(text);
        for (int i = 0; i + 1 < Math.min(lines.size(), FAR_ENOUGH); i++) {
            KeyLine below = lines.get(i).fence() ? KeyLine.of(lines.get(i + 1).text()) : null;
            if (below != null && Known.key(below.key())) {
                String message = "The front matter must begin in line 1, so this is not an agent."
                        + " Remove the lines before the first ---.";
                return List.of(new Diagnostic(Severity.ERROR, "not-an-agent", new Place(path, i + 1, 1), message));
            }
        }
        FrontMatter front = FrontMatter.in(text);
        if (front != null && front.closed()) {
            String message = "The front matter has none of an agent's keys, so this is not an agent."
                    + " Add at least \"name: …\" and \"description: …\".";
            return List.of(new Diagnostic(Severity.INFO, "not-an-agent", new Place(path, 1, 1), message));
        }
        return List.of();
    }
}
