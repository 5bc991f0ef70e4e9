package dev.muster.cli;

import dev.muster.cli.services.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a verb. */
@Command(
        name = "muster",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 110,
        synopsisSubcommandLabel = "VERB",
        header = "Plans and runs software work for agents: rules decide who works on a task, and the plan says why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also where the plan has open questions",
            "1:it ran and failed",
            "2:wrong usage or input",
            "3:the policy is broken; every fault is listed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster plan \"Add an endpoint where customers upload invoices as PDF\"",
            "  muster plan -f task.md --why            with the reason for every line",
            "  git log -1 --format=%%B | muster plan -  from standard input",
            "  muster plan --batch tasks.jsonl --format json --no-store > plans.jsonl",
            "  muster run -f task.md --rehearse         try the plan: nobody is called",
            "  muster serve                            REST on http://127.0.0.1:8080",
            "",
            "`muster VERB --help` says more about a verb."
        })
public final class MusterCommand implements Runnable {
    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a verb is missing.");
    }

    GlobalOptions global() {
        return global;
    }
}
