package dev.muster.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Verdict;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.run.turn.Placeholder;

/**
 * Reads what a person hands in. An agent's verdict is read leniently, since nobody can ask it what it meant; a person is asked to
 * say one of the two words.
 */
final class PersonReport {
    private static final String PASS = "pass";
    private static final String CHANGES = "changes";

    private PersonReport() {}

    /**
     * What the report tells.
     *
     * @throws Refusal where it is unclear what is meant
     */
    static Outcome read(Purpose purpose, JsonNode report) {
        if (purpose == Purpose.REVIEW) {
            checkVerdict(report.path("result"));
        }
        Outcome outcome = Reports.read(purpose, report);
        if (outcome instanceof Outcome.Failed failed && failed.kind() == FailureKind.UNREADABLE_RESULT) {
            throw invalid("This cannot be taken as the work of a person: " + failed.message());
        }
        if (purpose == Purpose.REVIEW
                && !said(outcome).equals(report.path("result").path("verdict").textValue())) {
            throw invalid("The verdict is `pass`, and a finding says that something must be fixed. Say `changes`, or"
                    + " leave out what need not be.");
        }
        return outcome;
    }

    private static void checkVerdict(JsonNode result) {
        JsonNode word = result.path("verdict");
        if (!PASS.equals(word.textValue()) && !CHANGES.equals(word.textValue())) {
            String found = word.isMissingNode() ? "nothing" : word.toString();
            throw invalid(
                    "The verdict of a review is `pass` or `changes`, and this says " + found
                            + ". Send {\"result\": {\"verdict\": \"pass\"}}, or \"changes\" with at least one of \"findings\".");
        }
        if (CHANGES.equals(word.textValue()) && !hasFindings(result.path("findings"))) {
            throw invalid(
                    "The verdict is `changes`, and it is not said what has to be changed. Say it in at least one of"
                            + " \"findings\", as {\"text\": \"…\"}; or the verdict is `pass`.");
        }
    }

    private static boolean hasFindings(JsonNode findings) {
        boolean found = findings.isArray() && !findings.isEmpty();
        for (JsonNode finding : findings) {
            String text = finding.isTextual()
                    ? finding.textValue()
                    : finding.path("text").asText();
            found &= !Placeholder.isLeft(text);
        }
        return found;
    }

    private static String said(Outcome outcome) {
        boolean passes = outcome instanceof Outcome.Succeeded succeeded
                && succeeded.verdict() != null
                && succeeded.verdict().decision() == Verdict.Decision.PASS;
        return passes ? PASS : CHANGES;
    }

    private static Refusal invalid(String why) {
        return new Refusal(new RunReason.NotTaken("invalid", why));
    }
}
