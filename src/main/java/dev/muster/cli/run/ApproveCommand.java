package dev.muster.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.access.AccessRole;
import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.Runs;
import dev.muster.app.runs.Signature;
import dev.muster.cli.services.Services;
import dev.muster.cli.services.Speaker;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.run.turn.Placeholder;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster approve}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "approve",
        aliases = "reply",
        header = "Say to a run what it waits for: a choice, an answer, a verdict, or what a person did.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster inbox",
            "  muster approve 1m7zjb4t6jbmf8s ask-1 yes --why \"the customer wants the documents\"",
            "  muster approve 1m7zjb4t6jbmf8s KEY pass --why \"read all of it\"",
            "  muster approve 1m7zjb4t6jbmf8s KEY changes --finding \"the token is logged\" --finding \"no test\""
        })
public final class ApproveCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "ASK", description = "What is answered, as `muster inbox` names it.")
    private String ask = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "ANSWER",
            description = "One of the choices, or words where there are none; of a review pass or changes.")
    private List<String> answer = List.of();

    @Option(names = "--finding", paramLabel = "TEXT", description = "What a review wants changed; may be repeated.")
    private List<String> findings = List.of();

    @Option(names = "--why", paramLabel = "REASON", description = "For the record; some choices want one.")
    private String why = "";

    @Mixin
    private final AsOption as = new AsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public ApproveCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Services open = services.get();
        Runs runs = open.runs();
        Speaker speaker = open.speaker(as.name());
        RunView found = runs.find(run);
        InboxEntry entry = found.waitingFor().stream()
                .filter(waiting -> waiting.id().equals(ask))
                .findFirst()
                .orElse(null);
        Said said = new Said(spec.commandLine(), answer, findings);
        Signature signature = speaker.signature(why, AccessRole.APPROVER, found.run());
        RunView view = entry != null && entry.kind().equals("work")
                ? runs.handIn(run, ask, signature, said.report(entry, why))
                : runs.answer(run, ask, said.words(entry), signature);
        tell(view, open.server() == null);
        return ExitCode.DONE;
    }

    private void tell(RunView view, boolean here) {
        String onward = here && !view.run().status().ended() ? "; `muster resume " + run + "` goes on with it." : ".";
        PrintWriter err = spec.commandLine().getErr();
        err.println("Recorded. The run is " + view.run().status().name().toLowerCase(Locale.ROOT) + onward);
        err.flush();
    }

    /**
     * What was said on the command line. Nothing is guessed: what could let work past a gate is said in so many words.
     *
     * @param answer the words behind the question's id
     */
    record Said(CommandLine commandLine, List<String> answer, List<String> findings) {
        /** Whatever passes nothing may go without saying. */
        private static final List<String> HARMLESS = List.of("yes", "stop");

        Said {
            answer = List.copyOf(answer);
            findings = List.copyOf(findings);
        }

        String words(@Nullable InboxEntry entry) {
            if (!findings.isEmpty()) {
                throw wrong(
                        "--finding belongs to a review, and " + (entry == null ? "this" : entry.id()) + " is none.");
            }
            if (!answer.isEmpty()) {
                return String.join(" ", answer);
            }
            if (entry != null && entry.usual() != null && HARMLESS.contains(entry.usual())) {
                return entry.usual();
            }
            throw wrong(
                    entry == null || entry.choices().isEmpty()
                            ? "The answer is missing."
                            : "The answer is missing: one of " + String.join(", ", entry.choices()) + ".");
        }

        ObjectNode report(InboxEntry entry, String why) {
            return entry.isReview() ? verdict(entry, why) : work();
        }

        private ObjectNode work() {
            String text = String.join(" ", answer);
            if (!findings.isEmpty() || Placeholder.isLeft(text)) {
                throw wrong("Say what was done.");
            }
            return PersonsWork.done(text);
        }

        /** {@code pass} and nothing else, or {@code changes} and what has to be changed. */
        private ObjectNode verdict(InboxEntry entry, String why) {
            String word = answer.isEmpty() ? "" : answer.getFirst();
            List<String> wanted = new ArrayList<>(findings);
            String rest = String.join(" ", answer.subList(Math.min(1, answer.size()), answer.size()));
            if (!rest.isEmpty()) {
                wanted.addFirst(rest);
            }
            boolean passes = word.equals("pass") && wanted.isEmpty();
            boolean changes = word.equals("changes")
                    && !wanted.isEmpty()
                    && wanted.stream().noneMatch(Placeholder::isLeft);
            if (!passes && !changes) {
                throw wrong("A review comes to one of two things, said exactly so:%n    %s"
                        .formatted(String.join(System.lineSeparator() + "    ", AskLines.commands(entry))));
            }
            return PersonsWork.verdict(word, wanted, why.isBlank() ? String.join("; ", wanted) : why);
        }

        private ParameterException wrong(String message) {
            return new ParameterException(commandLine, message);
        }
    }
}
