package dev.muster.cli;

import dev.muster.app.PolicyAuthor;
import dev.muster.policy.scaffold.Scaffold;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  muster policy new pack mobile"
        })
final class PolicyNewCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind = Kind.RULE;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "A sentence for a rule or case, else a name such as gift-card.")
    private String name = "";

    @Option(names = "--pack", paramLabel = "PACK", description = "Policy pack (MUSTER_PACK; else backend).")
    private @Nullable String pack;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    PolicyNewCommand(Supplier<Services> services) {
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
}
