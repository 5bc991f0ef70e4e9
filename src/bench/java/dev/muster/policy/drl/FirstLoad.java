package dev.muster.policy.drl;

import dev.muster.policy.FileTree;
import dev.muster.policy.MusterVocabulary;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The first load in a JVM that has done nothing yet, each in a process of its own, in turns: the pack {@code backend} with all
 * its files, 100 rules alone, and the same 100 rules by Drools' own compiler. Time on the wall, without the start of the JVM.
 */
public final class FirstLoad {
    private static final int RULES = 100;
    private static final int ROUNDS = 11;

    /** As {@code ./muster} starts a command, and as the JVM starts by itself. */
    private static final List<List<String>> FLAGS =
            List.of(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), List.of());

    private enum What {
        PACK,
        RULES,
        DROOLS
    }

    private FirstLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        if (arguments.length == 1) {
            System.out.println(millis(What.valueOf(arguments[0])));
            return;
        }
        for (List<String> flags : FLAGS) {
            List<List<Double>> times = new ArrayList<>();
            for (What what : What.values()) {
                times.add(new ArrayList<>());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (What what : What.values()) {
                    times.get(what.ordinal()).add(inNewJvm(what, flags));
                }
            }
            times.forEach(Collections::sort);
            for (What what : What.values()) {
                List<Double> all = times.get(what.ordinal());
                System.out.printf(
                        Locale.ROOT,
                        "%-7s %5.0f ms, from %.0f to %.0f; %.2f of Drools%s%n",
                        what.name().toLowerCase(Locale.ROOT),
                        all.get(ROUNDS / 2),
                        all.getFirst(),
                        all.getLast(),
                        all.get(ROUNDS / 2) / times.getLast().get(ROUNDS / 2),
                        flags.isEmpty() ? "" : "  " + String.join(" ", flags));
            }
        }
    }

    private static double inNewJvm(What what, List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), FirstLoad.class.getName(), what.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answer = process.inputReader()) {
            String line = answer.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IllegalStateException(what + " failed");
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
