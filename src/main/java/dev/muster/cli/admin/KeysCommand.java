package dev.muster.cli.admin;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster keys}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "keys",
        synopsisSubcommandLabel = "VERB",
        header = "Make, list and revoke API keys: who may call a server that is reached over a network.",
        description = "Works on the data folder or database itself, so who may do this has access to it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster keys new alice --role submitter --role approver",
            "  muster keys list",
            "  muster keys revoke alice"
        })
public final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with keys: "
                        + String.join(", ", List.copyOf(spec.subcommands().keySet())) + ".");
    }
}
