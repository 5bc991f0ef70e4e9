package dev.muster.cli.policy;

import dev.muster.app.authoring.PackFromAgents;
import dev.muster.app.authoring.PolicyAuthor;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.Count;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.policy.scaffold.Scaffold;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code muster policy new}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "new",
        header = "Begin a rule, case, signal, table, agent or pack that runs as it is.",
        description = "Writes the files, with a case beside them, and says which. Go on from there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  muster policy new rule \"A refund needs care\"",
            "  muster policy new signal gift-card --pack backend",
            "  muster policy new pack mobile",
            "  muster policy new pack our-team --from-agents .claude/agents"
        })
public final class PolicyNewCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind = Kind.RULE;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "A sentence for a rule or case, else a name such as gift-card.")
    private String name = "";

    @Option(
            names = "--from-agents",
            paramLabel = "DIR",
            description = "With pack: a team's agent files, of which the pack is made; it plans at once.")
    private @Nullable Path from;

    @Option(names = "--pack", paramLabel = "PACK", description = "Policy pack (MUSTER_PACK; else backend).")
    private @Nullable String pack;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyNewCommand(Supplier<Services> services) {
        this.services = services;
    }

    /** What can be begun, as it is typed. */
    enum Kind {
        RULE,
        CASE,
        SIGNAL,
        TABLE,
        AGENT,
        PACK;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        if (from != null) {
            return fromAgents(from);
        }
        PolicyAuthor author = services.get().author();
        List<Path> written = kind == Kind.PACK
                ? author.beginPack(name)
                : author.begin(Scaffold.Kind.valueOf(kind.name()), name, pack);
        PrintWriter out = spec.commandLine().getOut();
        written.forEach(out::println);
        out.println("Edit them, then try: muster policy check && muster policy test");
        out.flush();
        return ExitCode.DONE;
    }

    private int fromAgents(Path folder) {
        refuse(kind != Kind.PACK, "--from-agents makes a pack: muster policy new pack NAME --from-agents DIR.");
        refuse(!name.matches("[a-z][a-z0-9-]{0,63}"), "A pack's name has small letters, digits and hyphens: our-team.");
        PackFromAgents maker = services.get().packFromAgents();
        refuse(Files.exists(maker.rules(name)), maker.rules(name) + " is there already. Choose another name.");
        PackFromAgents.Made made = maker.make(name, folder);
        if (made == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no agent in " + folder + ": agents are .md files with name and description.");
        }
        say(made);
        return made.findings().isEmpty() ? ExitCode.DONE : ExitCode.BROKEN_POLICY;
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), why);
        }
    }

    private void say(PackFromAgents.Made made) {
        PrintWriter out = spec.commandLine().getOut();
        made.notes().forEach(out::println);
        made.findings().forEach(out::println);
        out.println("The pack " + name + " has " + Count.of(made.count(), "agent") + ": " + made.rules() + ", "
                + made.agents() + ".");
        out.println("Decide: " + made.rules().resolve("decide.md"));
        out.println("Plan:   muster plan --pack " + name + " \"…\"");
        out.flush();
    }
}
