package dev.muster.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.InboxEntry;
import dev.muster.app.RunView;
import dev.muster.app.Runs;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
        header = "Say to a run what it waits for: a choice, an answer, or what a person did.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster inbox",
            "  muster approve 1m7zjb4t6jbmf8s ask-1 yes --why \"the customer wants the documents\"",
            "  muster approve 1m7zjb4t6jbmf8s ask-2                # the usual choice, where there is one"
        })
final class ApproveCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's id.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "ASK", description = "What is answered, as `muster inbox` names it.")
    private String ask = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "ANSWER",
            description = "One of the choices, or words where there are none.")
    private List<String> answer = List.of();

    @Option(names = "--why", paramLabel = "REASON", description = "For the record; some choices want one.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are, for the record (else the user's name).")
    private String as = System.getProperty("user.name", "");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    ApproveCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Runs runs = services.get().runs();
        InboxEntry entry = runs.find(run).waitingFor().stream()
                .filter(open -> open.id().equals(ask))
                .findFirst()
                .orElse(null);
        RunView view = entry != null && entry.kind().equals("work")
                ? runs.handIn(run, ask, as, report(entry))
                : runs.answer(run, ask, words(entry), as, why);
        spec.commandLine()
                .getErr()
                .println("Recorded. The run is " + view.run().status().name().toLowerCase(java.util.Locale.ROOT)
                        + (services.get().server() == null
                                        && !view.run().status().ended()
                                ? "; `muster resume " + run + "` goes on with it."
                                : "."));
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }

    private String words(@Nullable InboxEntry entry) {
        if (!answer.isEmpty()) {
            return String.join(" ", answer);
        }
        if (entry == null || entry.usual() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    entry == null || entry.choices().isEmpty()
                            ? "The answer is missing."
                            : "The answer is missing: one of " + String.join(", ", entry.choices()) + ".");
        }
        return entry.usual();
    }

    /** For a review the first word says what it comes to: {@code pass}, or {@code changes} and what has to be changed. */
    private ObjectNode report(InboxEntry entry) {
        String text = String.join(" ", answer);
        if (text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    entry.gate() == null
                            ? "Say what was done."
                            : "Say what the review comes to: pass, or changes and what has to be changed.");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (entry.gate() == null) {
            result.put("status", "done").put("summary", text);
        } else {
            boolean changes = answer.getFirst().equals("changes");
            result.put("verdict", changes ? "changes" : "pass").put("summary", text);
            var findings = result.putArray("findings");
            if (changes) {
                findings.addObject()
                        .put("severity", "high")
                        .put("text", text.replaceFirst("changes\\s*", ""))
                        .put("mustFix", true);
            }
        }
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("result", result);
        return report;
    }
}
