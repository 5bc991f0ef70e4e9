package dev.muster.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.result.WorkReport;
import dev.muster.agent.executor.result.WrongField;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;

/** Reads what workers and people report. */
final class Reports {
    private Reports() {}

    /**
     * What a report tells.
     *
     * @throws Refusal where it is no report: then nothing has happened, and whoever sent it can send another
     */
    static Outcome read(Purpose purpose, JsonNode report) {
        try {
            return WorkReport.read(purpose, report);
        } catch (WrongField e) {
            throw new Refusal(new RunReason.NotTaken("invalid", String.valueOf(e.getMessage())), e);
        }
    }
}
