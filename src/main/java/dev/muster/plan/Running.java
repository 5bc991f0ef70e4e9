package dev.muster.plan;

import java.util.List;

/**
 * How a plan wants to be carried out, beyond its steps. It is part of the plan so that a run has nothing to decide here.
 *
 * @param context what a step is handed of the work before it
 * @param auditTrail whether every decision and every round of a review goes on record
 * @param status when people are told how far the work is and what comes next
 * @param resumable whether progress is kept so that an interrupted run goes on where it was
 * @param parallelFailures from how many failures that have nothing to do with one another they are worked on side by side;
 *     0 where they never are
 * @param onTrouble what is done when an agent meets trouble, in this order
 * @param report what the run hands in at its end
 */
public record Running(
        Handing context,
        boolean auditTrail,
        Telling status,
        boolean resumable,
        int parallelFailures,
        List<String> onTrouble,
        Report report,
        List<Because> because) {
    public Running {
        onTrouble = List.copyOf(onTrouble);
        because = List.copyOf(because);
    }

    /** What a step is handed: the output of the steps that it names, or of all before it. */
    public enum Handing {
        DEPENDENCIES,
        EVERYTHING
    }

    /** When people are told. */
    public enum Telling {
        END,
        PHASES
    }

    /** How a report is written. */
    public enum Format {
        TEXT,
        JSON
    }

    /** The final report; without parts it has whatever there is to say. */
    public record Report(Format format, List<String> parts) {
        public Report {
            parts = List.copyOf(parts);
        }
    }
}
