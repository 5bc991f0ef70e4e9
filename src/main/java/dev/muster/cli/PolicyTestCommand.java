package dev.muster.cli;

import dev.muster.app.PlanJson;
import dev.muster.policy.cases.CaseResult;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster policy test}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "test",
        header = "Run the cases that stand beside the rules, in *.cases.yaml.",
        description = "A red case shows what was expected, what was found, and which rules fired. Red cases, or none at"
                + " all, give exit code 1.")
final class PolicyTestCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--pack", paramLabel = "PACK", description = "Only this policy pack.")
    private @Nullable String pack;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    PolicyTestCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<CaseResult> results = services.get().bench().test(pack);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(PlanJson.pretty(CaseReport.of(results)));
            case TEXT -> CaseText.write(results, out);
        }
        out.flush();
        boolean allGreen = !results.isEmpty() && results.stream().allMatch(CaseResult::passed);
        return allGreen ? ExitCode.DONE : ExitCode.FAILED;
    }
}
