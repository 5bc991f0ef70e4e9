package dev.muster.app.planning;

import dev.muster.app.json.Json;
import dev.muster.plan.Plan;
import dev.muster.plan.rendering.PlanMarkdown;
import dev.muster.plan.rendering.PlanMermaid;

/** The ways in which a plan can be shown. */
public enum PlanFormat {
    MD,
    JSON,
    MERMAID;

    /** The plan as text; {@code why} adds the reasons to the document, JSON has them anyway. */
    public String render(Plan plan, boolean why) {
        return switch (this) {
            case MD -> PlanMarkdown.render(plan, why);
            case JSON -> Json.pretty(plan) + "\n";
            case MERMAID -> PlanMermaid.render(plan);
        };
    }
}
