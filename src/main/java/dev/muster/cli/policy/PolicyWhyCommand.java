package dev.muster.cli.policy;

import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.policy.why.Why;
import dev.muster.policy.why.WhyText;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster policy why}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "why",
        header = "Say why something is in a plan, or why not.",
        description = {
            "For what is in the plan: the rules, rows and words that chose it.",
            "For what is not: each rule that could have, the conditions that failed, and the words of a text that"
                    + " would have brought it in."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  muster policy why PLAN redis-caching-strategist", "  muster policy why PLAN review:security"})
public final class PolicyWhyCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan's id, as `muster plans` lists it.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "ABOUT",
            description =
                    "An agent, review, escalation, question, trigger, task type, pattern, category, scope, signal or"
                            + " step; KIND:NAME where a name stands for several things.")
    private String about = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyWhyCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Why why = services.get().muster().why(id, about);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(why));
            case TEXT -> out.print(WhyText.of(why));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
