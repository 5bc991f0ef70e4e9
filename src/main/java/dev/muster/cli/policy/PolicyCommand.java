package dev.muster.cli.policy;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster policy}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "policy",
        synopsisSubcommandLabel = "VERB",
        header = "Try policy packs out: look for mistakes, run their cases, ask why, go back to an older version.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster policy check",
            "  muster policy test --rules ./rules --pack backend --format json",
            "  muster policy why PLAN security-guardian",
            "  muster policy versions backend"
        })
public final class PolicyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the policy: " + String.join(", ", verbs()) + ".");
    }

    private List<String> verbs() {
        return List.copyOf(spec.subcommands().keySet());
    }
}
