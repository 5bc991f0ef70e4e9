package dev.muster.policy.drl;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and writes CPU time and allocation per operation beside each other, as {@code docs/performance.md} has them. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        OptionsBuilder options = new OptionsBuilder();
        options.parent(new CommandLineOptions(arguments));
        // Each of Drools' trace messages would be formatted and kept, as no configuration says that nobody wants them.
        options.jvmArgsAppend(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-XX:+UseSerialGC", "-Xmx1g");
        options.addProfiler(CpuProfiler.class).addProfiler(GCProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, String> lines = new TreeMap<>();
        for (RunResult run : results) {
            String name = run.getParams().getBenchmark();
            StringBuilder line = new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
            run.getParams().getParamsKeys().forEach(key -> line.append(' ')
                    .append(key)
                    .append('=')
                    .append(run.getParams().getParam(key)));
            String key = line.toString();
            line.append(": cpu ").append(score(run, "cpu")).append(", allocation ");
            line.append(score(run, "gc.alloc.rate.norm")).append(", wall ");
            line.append(shown(run.getPrimaryResult()));
            lines.put(key, line.toString());
        }
        lines.values().forEach(System.out::println);
    }

    private static String score(RunResult run, String name) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .map(entry -> shown(entry.getValue()))
                .findFirst()
                .orElse("unknown");
    }

    private static String shown(Result<?> result) {
        return "%.1f %s".formatted(result.getScore(), result.getScoreUnit());
    }
}
