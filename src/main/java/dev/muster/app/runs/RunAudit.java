package dev.muster.app.runs;

import dev.muster.run.report.Audit;
import java.util.List;

/**
 * Whether a run's record is what was written.
 *
 * @param events how many there are
 * @param lastHash of the last one; kept elsewhere, it shows later whether the record was rewritten as a whole
 * @param sound whether there is no fault
 */
public record RunAudit(String run, long events, String lastHash, boolean sound, List<Audit.Fault> faults) {
    public RunAudit {
        faults = List.copyOf(faults);
    }
}
