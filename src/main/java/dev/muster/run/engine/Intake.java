package dev.muster.run.engine;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.Verdict;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Accepting;
import dev.muster.run.accept.Input;
import dev.muster.run.event.Printable;
import dev.muster.run.event.Proof;
import dev.muster.run.fold.RunState;
import dev.muster.secret.Masking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way into a run: whatever agents, checks, workers and people say comes through here, and no secret with it, nor anything that
 * a terminal would obey. What is made of it (events, prompts, reports, what others are shown) then has none either.
 */
final class Intake {
    private final Workplace workplace;

    Intake(Workplace workplace) {
        this.workplace = workplace;
    }

    Acceptance accept(RunState state, Input input, Instant now) {
        return Accepting.accept(state, new Masked(workplace.masking()).of(input), now);
    }

    /** Copies without secrets. Each part is named, so that a new one cannot be forgotten. */
    record Masked(Masking masking) {
        Input of(Input input) {
            return switch (input) {
                case Input.AttemptResult(String key, long fence, Outcome outcome) ->
                    new Input.AttemptResult(key, fence, of(outcome));
                case Input.AttemptProgress(String key, long fence, String text) ->
                    new Input.AttemptProgress(key, fence, of(text));
                case Input.CheckDone(String key, CheckResult result) -> new Input.CheckDone(key, of(result));
                case Input.WorkerResult(String key, long fence, String claim, Outcome outcome) ->
                    new Input.WorkerResult(key, fence, claim, of(outcome)); // of the claim only the hash is kept
                case Input.WorkerProgress(String key, long fence, String claim, String text) ->
                    new Input.WorkerProgress(key, fence, claim, of(text));
                case Input.HandedIn(String key, String by, String why, Proof proof, Outcome outcome) ->
                    new Input.HandedIn(key, of(by), of(why), proof, of(outcome));
                case Input.Answer(String askId, String answer, String by, String why, Proof proof) ->
                    new Input.Answer(askId, of(answer), of(by), of(why), proof);
                case Input.Override(String step, String gate, String by, String why, Proof proof) ->
                    new Input.Override(step, gate, of(by), of(why), proof);
                case Input.Cancel(String by, String why) -> new Input.Cancel(of(by), of(why));
                case Input.Claimed(String key, String worker, String claim, Proof proof) ->
                    new Input.Claimed(key, of(worker), claim, proof);
                case Input.Redeliver redeliver -> redeliver;
            };
        }

        /** What cuts a secret in pieces that nobody sees goes first. */
        private String of(String text) {
            return masking.mask(Printable.text(text));
        }

        private List<String> of(List<String> texts) {
            return texts.stream().map(this::of).toList();
        }

        /** Each is one line, as it stands in a command. */
        private List<String> ofChoices(List<String> choices) {
            return choices.stream()
                    .map(choice -> Printable.line(of(choice)))
                    .filter(choice -> !choice.isEmpty())
                    .distinct()
                    .toList();
        }

        Outcome of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Succeeded succeeded -> of(succeeded);
                case Outcome.Failed(var kind, String message, boolean retryable, var usage, boolean rehearsed) ->
                    new Outcome.Failed(kind, of(message), retryable, usage, rehearsed);
                case Outcome.Asked(String question, List<String> choices, var usage, boolean rehearsed) ->
                    new Outcome.Asked(of(question), ofChoices(choices), usage, rehearsed);
                case Outcome.Cancelled(String why, var usage) -> new Outcome.Cancelled(of(why), usage);
            };
        }

        private Outcome of(Outcome.Succeeded of) {
            return new Outcome.Succeeded(
                    of(of.summary()),
                    of(of.output()),
                    of(of.filesCreated()),
                    of(of.filesChanged()),
                    of.verdict() == null ? null : of(of.verdict()),
                    of(of.followUps()),
                    of(of.nextSteps()),
                    of(of.conflicts()),
                    of(of.links()),
                    of.tests(),
                    of.usage(),
                    ofSession(of.session()),
                    of.rehearsed());
        }

        private Verdict of(Verdict verdict) {
            return new Verdict(
                    verdict.decision(),
                    verdict.findings().stream().map(this::of).toList());
        }

        private Finding of(Finding finding) {
            String file = finding.file();
            return new Finding(
                    finding.severity(),
                    file == null ? null : of(file),
                    finding.line(),
                    of(finding.text()),
                    finding.mustFix());
        }

        /** A conversation whose name is a secret cannot be gone on with. */
        private @Nullable Session ofSession(@Nullable Session session) {
            return session == null || of(session.id()).equals(session.id()) ? session : null;
        }

        private CheckResult of(CheckResult result) {
            return new CheckResult(
                    of(result.command()),
                    result.status(),
                    result.exitCode(),
                    of(result.output()),
                    of(result.message()),
                    result.millis(),
                    result.rehearsed());
        }
    }
}
