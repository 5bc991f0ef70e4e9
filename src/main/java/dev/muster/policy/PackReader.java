package dev.muster.policy;

import dev.muster.agent.AgentCatalogue;
import dev.muster.plan.CodeBase;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleBase;
import dev.muster.reading.Signals;
import dev.muster.source.CsvTable;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import dev.muster.source.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a pack from its files. All that is wrong anywhere in them is told at once. */
final class PackReader {
    private static final String SETTINGS = "pack.yaml";
    private static final String SKILLS = "skills/";
    private static final String SIGNALS = "signals.yaml";

    private final String name;
    private final FileTree rules;
    private final FileTree agents;
    private final @Nullable RuleBase earlier;
    private final Faults faults = new Faults();

    private PackReader(String name, FileTree rules, FileTree agents, @Nullable RuleBase earlier) {
        this.name = name;
        this.rules = rules;
        this.agents = agents;
        this.earlier = earlier;
    }

    /**
     * The pack of that name.
     *
     * @param rules the rules folder; only the pack's own folder in it is read
     * @param agents the agents folder, likewise
     * @throws FaultException with everything that is wrong
     */
    static Pack read(String name, FileTree rules, FileTree agents) {
        return read(name, rules, agents, null);
    }

    /**
     * The same.
     *
     * @param earlier rules of which most files have not changed, so that those need not be read again; null where there are none
     */
    static Pack read(String name, FileTree rules, FileTree agents, @Nullable RuleBase earlier) {
        return new PackReader(name, rules.in(name), agents.in(name), earlier).pack();
    }

    private Pack pack() {
        strangeFiles();
        PackSettings settings = settings();
        List<CsvTable> tables = files(".csv")
                .map(path -> CsvTable.read(path, text(path), faults))
                .toList();
        Signals signals = signals();
        AgentCatalogue catalogue = catalogue();
        RuleBase base = ruleBase();
        if (catalogue != null && settings != null) {
            KnownNames known = new KnownNames(settings, catalogue, signals);
            delivery(settings, catalogue);
            new TableChecks(settings, tables, known, faults).run();
            if (base != null) {
                new RuleChecks(base, tables, known, faults).run();
            }
        }
        faults.throwIfAny();
        String version = PackVersion.of(rules, agents);
        return new Pack(
                name,
                version,
                java.util.Objects.requireNonNull(settings),
                tables,
                signals,
                java.util.Objects.requireNonNull(base),
                java.util.Objects.requireNonNull(catalogue),
                rules);
    }

    private @Nullable PackSettings settings() {
        String path = name + "/" + SETTINGS;
        if (!rules.has(path)) {
            faults.add(new Place(path, 1, 1), "A pack needs this file; it holds at least a title and the phases.");
            return null;
        }
        PackSettings settings = PackYaml.read(path, text(path), faults);
        return settings.withFrame(settings.frame().withSkills(skills()));
    }

    /** Texts that become part of an instruction; front matter is for the tools that own the format. */
    private Map<String, String> skills() {
        Map<String, String> texts = new TreeMap<>();
        String folder = name + "/" + SKILLS;
        rules.paths().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(".md"))
                .forEach(path -> texts.put(
                        path.substring(folder.length(), path.length() - ".md".length()),
                        text(path).replaceFirst("\\A---\n(?s:.*?)\n---\n", "").strip()));
        return texts;
    }

    /** Whoever hands the work in has to be there. */
    private void delivery(PackSettings settings, AgentCatalogue agents) {
        CodeBase.Delivery delivery = settings.frame().codeBase().delivery();
        if (delivery != null && agents.find(delivery.agent()) == null) {
            faults.add(
                    new Place(delivery.because().file(), delivery.because().line(), 1),
                    "No agent is called \"" + delivery.agent() + "\"." + agents.hint(delivery.agent()));
        }
    }

    private @Nullable RuleBase ruleBase() {
        List<DrlSource> sources =
                files(".drl").map(path -> new DrlSource(path, text(path))).toList();
        try {
            return RuleBase.load(MusterVocabulary.INSTANCE, sources, earlier);
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    private @Nullable AgentCatalogue catalogue() {
        try {
            Map<String, String> texts = new TreeMap<>();
            agents.paths().forEach(path -> texts.put(path, agents.text(path, faults)));
            return AgentCatalogue.of(texts);
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    /** A file that nothing reads is most likely a misspelt one. */
    private void strangeFiles() {
        for (String path : rules.paths()) {
            String file = path.substring(name.length() + 1);
            boolean known = file.equals(SETTINGS)
                    || file.equals(SIGNALS)
                    || file.endsWith(".csv")
                    || file.endsWith(".drl")
                    || file.endsWith(".cases.yaml")
                    || file.endsWith(".md");
            if (!known || (file.contains("/") && !file.endsWith(".md"))) {
                faults.add(
                        new Place(path, 1, 1),
                        "Nothing reads this file. A pack has pack.yaml, signals.yaml, *.csv, *.drl, *.cases.yaml and"
                                + " *.md, all directly in its folder.");
            }
        }
    }

    private java.util.stream.Stream<String> files(String ending) {
        return rules.paths().stream().filter(path -> path.endsWith(ending));
    }

    private Signals signals() {
        String path = name + "/" + SIGNALS;
        return rules.has(path) ? Signals.parse(path, text(path), faults) : Signals.none();
    }

    private String text(String path) {
        return rules.text(path, faults);
    }
}
