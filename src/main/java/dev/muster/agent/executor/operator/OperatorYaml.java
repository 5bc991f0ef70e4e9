package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.operator.OperatorConfig.Entry;
import dev.muster.agent.executor.operator.OperatorConfig.Settings;
import dev.muster.agent.executor.program.AllowedPrograms;
import dev.muster.agent.executor.program.CheckSettings;
import dev.muster.agent.executor.program.CleanEnvironment;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code operator.yaml}. */
public final class OperatorYaml {
    static final Duration CHECK_TIME = Duration.ofMinutes(15);
    static final int OUTPUT_MEGABYTES = 50;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(=.*)?", Pattern.DOTALL);

    private final YamlNode root;

    private OperatorYaml(YamlNode root) {
        this.root = root;
    }

    /**
     * The configuration.
     *
     * @param file how messages name the file
     * @throws FaultException with everything that is wrong in it
     */
    public static OperatorConfig read(String file, String text) {
        Faults faults = new Faults();
        OperatorConfig config = new OperatorYaml(YamlNode.parse(file, text, faults)).config();
        faults.throwIfAny();
        return config;
    }

    private OperatorConfig config() {
        root.onlyKeys("programs", "checks", "executors", "agents", "workspaces");
        Map<String, Settings> executors = new TreeMap<>(OperatorConfig.ALWAYS);
        root.get("executors").entries().forEach((name, node) -> {
            Settings settings = new ExecutorYaml(name, node).read();
            Settings always = OperatorConfig.ALWAYS.get(name);
            if (always != null && !always.getClass().equals(settings.getClass())) {
                node.fault("\"" + name + "\" is an executor of the kind of that name. Call this one something else.");
            }
            executors.put(name, settings);
        });
        return new OperatorConfig(checks(), new TreeMap<>(executors), agents(executors), workspaces());
    }

    private CheckSettings checks() {
        YamlNode checks = root.get("checks");
        checks.onlyKeys("timeoutMinutes", "environment", "maxOutputMegabytes");
        return new CheckSettings(
                new AllowedPrograms(programs()),
                environment(checks.get("environment")),
                minutes(checks.get("timeoutMinutes"), CHECK_TIME),
                megabytes(checks.get("maxOutputMegabytes"), OUTPUT_MEGABYTES));
    }

    private List<List<String>> programs() {
        List<List<String>> programs = new ArrayList<>();
        for (YamlNode item : root.get("programs").items()) {
            List<String> words = item.texts();
            if (words.isEmpty() || words.getFirst().isBlank()) {
                item.fault("A program is its name, or a list of its name and the first of its arguments.");
            } else if (words.size() == 1 && words.getFirst().contains(" ")) {
                item.fault("\"%s\" is one word with a space in it. With arguments write [%s]."
                        .formatted(
                                words.getFirst(),
                                String.join(", ", words.getFirst().split(" +"))));
            } else {
                programs.add(words);
            }
        }
        return programs;
    }

    private List<Entry> agents(Map<String, Settings> executors) {
        List<Entry> entries = new ArrayList<>();
        for (YamlNode item : root.get("agents").items()) {
            item.onlyKeys("pack", "agent", "executor");
            YamlNode executor = item.required("executor");
            String name = executor.text();
            if (executor.isScalar() && !executors.containsKey(name)) {
                executor.fault("No executor is called \"" + name + "\"." + Nearest.hint(name, executors.keySet()));
            }
            entries.add(
                    new Entry(item.get("pack").textOr("*"), item.get("agent").textOr("*"), name, item.place()));
        }
        return entries;
    }

    private Workspaces workspaces() {
        YamlNode node = root.get("workspaces");
        List<Path> roots = new ArrayList<>();
        for (String folder : node.texts()) {
            if (folder.startsWith("/") && folder.indexOf('\0') < 0) {
                roots.add(Path.of(folder).normalize());
            } else {
                node.fault("\"" + folder + "\" is no absolute path of a folder, such as /srv/work.");
            }
        }
        return new Workspaces(roots);
    }

    static List<String> environment(YamlNode node) {
        List<String> environment = new ArrayList<>();
        for (YamlNode item : node.scalars()) {
            String entry = item.text();
            String name = nameOf(entry);
            environment.add(entry);
            if (!VARIABLE.matcher(entry).matches()) {
                item.fault("\"" + name + "\" is no variable. Write its NAME to pass it on, or NAME=value.");
            } else if (CleanEnvironment.isOurs(entry)) {
                item.fault("\"" + name + "\" is Muster's own variable; programs do not get to see it. Take it out.");
            }
        }
        return environment;
    }

    /** Its value may be a secret, which no message repeats. */
    private static String nameOf(String entry) {
        return entry.indexOf('=') < 0 ? entry : entry.substring(0, entry.indexOf('='));
    }

    static Duration minutes(YamlNode node, Duration absent) {
        double minutes = node.numberOr(absent.toMillis() / 60_000.0);
        if (!(minutes > 0 && minutes <= 100_000)) {
            node.fault("A time limit is more than 0 minutes and at most 100000; found " + minutes + ".");
        }
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    static long megabytes(YamlNode node, int absent) {
        int megabytes = node.integerOr(absent);
        if (megabytes < 1 || megabytes > 10_000) {
            node.fault("A limit on output is 1 to 10000 megabytes; found " + megabytes + ".");
        }
        return megabytes * 1_000_000L;
    }
}
