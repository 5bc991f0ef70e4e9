package dev.muster.cli.policy;

import dev.muster.app.authoring.PolicyBench;
import dev.muster.app.json.Json;
import dev.muster.cli.services.Services;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.cli.terminal.Progress;
import dev.muster.policy.cases.CaseFilter;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.cases.JUnitXml;
import dev.muster.policy.cases.Mutation;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
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
import picocli.CommandLine.Spec;

/** {@code muster policy test}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "test",
        header = "Run the cases that stand beside the rules, in *.cases.yaml.",
        description = "A red case shows what was expected, what was found, and which rules fired. Red cases, none at"
                + " all, and gaps that --coverage or --mutation finds give exit code 1.")
public final class PolicyTestCommand implements Callable<Integer> {
    private final Supplier<Services> services;

    @Option(names = "--pack", paramLabel = "PACK", description = "Only this policy pack.")
    private @Nullable String pack;

    @Option(names = "--file", paramLabel = "PART", description = "Only cases of files whose path has this in it.")
    private @Nullable String file;

    @Option(names = "--name", paramLabel = "PART", description = "Only cases whose name has this in it.")
    private @Nullable String name;

    @Option(names = "--coverage", description = "Also say which rules and rows no case makes fire.")
    private boolean coverage;

    @Option(
            names = "--mutation",
            description = "Also take out each rule and each row in turn: a case has to go red. Takes minutes.")
    private boolean mutation;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public PolicyTestCommand(Supplier<Services> services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getErr(), "rules and rows taken out");
        PolicyBench bench = services.get().bench();
        List<CaseResult> results = bench.test(pack, new CaseFilter(file, name));
        List<Coverage> covered = coverage ? bench.coverage(pack, results) : null;
        List<Mutation> mutated = mutation ? bench.mutation(pack, progress::done) : null;
        if (junit != null) {
            write(junit, JUnitXml.of(results));
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(CaseReport.of(results, covered, mutated)));
            case TEXT -> {
                CaseText.write(results, out);
                CaseText.coverage(covered == null ? List.of() : covered, out);
                CaseText.mutation(mutated == null ? List.of() : mutated, out);
            }
        }
        out.flush();
        boolean green = !results.isEmpty() && results.stream().allMatch(CaseResult::passed);
        boolean reached = covered == null || covered.stream().allMatch(Coverage::isComplete);
        boolean noticed = mutated == null
                || mutated.stream().allMatch(one -> one.unnoticed().isEmpty());
        return green && reached && noticed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void write(Path to, String text) {
        try {
            Files.writeString(to, text);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "The file " + to + " cannot be written: " + e.getMessage(), e);
        }
    }
}
