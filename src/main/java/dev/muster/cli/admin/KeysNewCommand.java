package dev.muster.cli.admin;

import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.source.Nearest;
import jakarta.enterprise.inject.Vetoed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster keys new}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "new",
        header = "Make an API key and show it, this once.",
        footerHeading = "%nRoles:%n",
        footer = {
            "  viewer         sees plans, runs, policies and agents",
            "  submitter      plans tasks, answers questions, starts and cancels runs",
            "  approver       decides at gates of a run",
            "  policy-editor  reloads policies and rolls them back",
            "  worker         takes work of runs and hands in results",
            "  admin          all of it"
        })
public final class KeysNewCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(paramLabel = "NAME", description = "Who will call with it; decisions are recorded under this name.")
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "What it may do; may be repeated.")
    private List<String> roles = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public KeysNewCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        services.get().checkMayKeepKeys("making a key");
        if (!name.matches("[\\p{Alnum}][\\p{Alnum}._@-]{0,63}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + name
                            + "\" is no name: take up to 64 letters, digits and . _ @ - and begin with a letter or digit.");
        }
        Set<AccessRole> wanted = EnumSet.noneOf(AccessRole.class);
        roles.forEach(role -> wanted.add(role(role)));
        Keys.Issued issued = services.get().keys().issue(name, wanted);
        spec.commandLine().getOut().println(issued.text());
        spec.commandLine().getOut().flush();
        spec.commandLine()
                .getErr()
                .println("This is the key of " + name
                        + ", shown this once. Callers send it as Authorization: Bearer KEY,"
                        + " commands take it from MUSTER_KEY.");
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }

    private AccessRole role(String word) {
        if (!AccessRole.words().contains(word)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no role \"" + word + "\"." + Nearest.hint(word, AccessRole.words()));
        }
        return AccessRole.of(word);
    }
}
