package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Running;
import dev.muster.plan.Running.Format;
import dev.muster.plan.Running.Handing;
import dev.muster.plan.Running.Report;
import dev.muster.plan.Running.Telling;
import java.util.List;

/**
 * How a pack wants its plans to be carried out.
 *
 * @param resumeFrom how many phases a plan has at least for its progress to be kept
 */
public record RunningFrame(
        Handing context,
        boolean auditTrail,
        Telling status,
        int resumeFrom,
        int parallelFailures,
        List<String> onTrouble,
        Report report,
        List<Because> because) {
    public static final RunningFrame USUAL = new RunningFrame(
            Handing.DEPENDENCIES, true, Telling.END, 1, 0, List.of(), new Report(Format.TEXT, List.of()), List.of());

    public RunningFrame {
        onTrouble = List.copyOf(onTrouble);
        because = List.copyOf(because);
    }

    Running of(int phases) {
        return new Running(
                context, auditTrail, status, phases >= resumeFrom, parallelFailures, onTrouble, report, because);
    }
}
