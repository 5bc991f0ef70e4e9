package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first load in a JVM that has done nothing yet, each in a process of its own, in turns: the pack {@code backend} with all
 * its files, 100 rules alone, and the same 100 rules by Drools' own compiler. Once as {@code ./muster} starts the program, with
 * the archive of classes that it makes at its first use, and once with nothing prepared. Time on the wall, without the start of
 * the JVM.
 */
public final class FirstLoad {
    private static final int RULES = 100;
    private static final int ROUNDS = 9;
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path ARCHIVE = Path.of("target/muster.aot");
    private static final String ITSELF = FirstLoad.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();

    private enum What {
        PACK,
        RULES,
        DROOLS
    }

    /** A way to start a JVM, and what can be loaded in it. */
    private record Way(String name, List<String> flags, List<What> loads) {}

    private static final List<Way> WAYS = List.of(
            new Way(
                    "as ./muster starts",
                    List.of("-XX:AOTCache=" + ARCHIVE, "-cp", PROGRAM.toAbsolutePath() + ":" + ITSELF),
                    List.of(What.PACK, What.RULES)),
            new Way(
                    "nothing prepared",
                    List.of("-cp", System.getProperty("java.class.path")),
                    List.of(What.PACK, What.RULES, What.DROOLS)));

    private static final Map<String, List<Double>> TIMES = new LinkedHashMap<>();

    private FirstLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            System.out.println(millis(What.valueOf(arguments[0])));
            return;
        }
        if (!Files.exists(ARCHIVE)) {
            throw new IllegalStateException(ARCHIVE + " is missing: `./muster --version` makes it");
        }
        for (int round = 0; round <= ROUNDS; round++) {
            for (Way way : WAYS) {
                for (What what : way.loads()) {
                    double millis = inNewJvm(what, way.flags());
                    if (round > 0) {
                        TIMES.computeIfAbsent(way.name() + ", " + what, _ -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
        }
        TIMES.forEach((name, times) -> {
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %5.0f ms, from %.0f to %.0f%n",
                    name,
                    times.get(ROUNDS / 2),
                    times.getFirst(),
                    times.getLast());
        });
    }

    private static double inNewJvm(What what, List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(flags);
        command.addAll(List.of(FirstLoad.class.getName(), what.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answer = process.inputReader()) {
            String line = answer.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return Double.parseDouble(line);
        }
    }

    private static double millis(What what) {
        List<DrlSource> rules = what == What.PACK ? List.of() : Decision.rules(RULES, -1);
        long begun = System.nanoTime();
        switch (what) {
            case PACK -> {
                FileTree packs = FileTree.ofFolder(Path.of("rules"));
                FileTree agents = FileTree.ofFolder(Path.of("agents"));
                if (!(PackFiles.of("backend", packs, agents).read() instanceof PackState.Loaded)) {
                    throw new IllegalStateException("the pack is broken");
                }
            }
            case RULES -> RuleBase.load(MusterVocabulary.INSTANCE, rules);
            case DROOLS -> DroolsCompiled.compile(rules);
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
