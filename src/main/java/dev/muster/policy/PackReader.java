package dev.muster.policy;

import dev.muster.agent.AgentCatalogue;
import dev.muster.agent.AgentFile;
import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.plan.CodeBase;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.settings.PackSettings;
import dev.muster.policy.settings.PackYaml;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.reading.matching.Signals;
import dev.muster.source.CsvTable;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import dev.muster.source.Place;
import dev.muster.source.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a pack from its files. All that is wrong anywhere in them is told at once. */
final class PackReader {
    /** A pack that takes long keeps no other from a thread. */
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().name("muster-reading").start(task);

    private static final String SETTINGS = "pack.yaml";
    private static final String SKILLS = "skills/";
    private static final String SIGNALS = "signals.yaml";

    private final String name;
    private final FileTree rules;
    private final FileTree agents;
    private final String version;
    private final @Nullable RuleBase earlier;
    private final Faults faults = new Faults();
    private final Lineage lineage;

    private PackReader(PackFiles files, @Nullable RuleBase earlier) {
        this.name = files.name();
        this.rules = files.rules();
        this.agents = files.agents();
        this.version = files.version();
        this.earlier = earlier;
        this.lineage = files.lineage();
        faults.addAll(lineage.faults());
    }

    /**
     * The pack that these files make.
     *
     * @param earlier rules of which most files have not changed, so that those need not be read again; null where there are none
     * @throws FaultException with everything that is wrong
     */
    static Pack read(PackFiles files, @Nullable RuleBase earlier) {
        return Allowance.forReading(() -> new PackReader(files, earlier).within());
    }

    private Pack within() {
        try {
            return pack();
        } catch (OverLimitException e) {
            throw Stopped.at(new Place(name + "/" + SETTINGS, 1, 1), e);
        }
    }

    private Pack pack() {
        faults.addAll(rules.faults());
        faults.addAll(agents.faults());
        faults.throwIfAny(); // what cannot be read would seem to be missing in all else
        // They are half of the work, and nothing else waits for them.
        CompletableFuture<Part<Signals>> signalsBeside = beside(this::signals);
        CompletableFuture<Part<AgentCatalogue>> agentsBeside = beside(this::catalogue);
        try {
            return pack(signalsBeside, agentsBeside);
        } finally {
            signalsBeside.handle((part, e) -> part).join();
            agentsBeside.handle((part, e) -> part).join();
        }
    }

    private Pack pack(
            CompletableFuture<Part<Signals>> signalsBeside, CompletableFuture<Part<AgentCatalogue>> agentsBeside) {
        strangeFiles();
        PackSettings settings = settings();
        List<CsvTable> read = files(".csv")
                .map(path -> CsvTable.read(path, text(path), faults))
                .toList();
        List<CsvTable> tables = settings == null ? read : Overriding.tables(read, settings, lineage);
        Map<String, String> drl = drl();
        RuleBase base = ruleBase(drl);
        Signals signals = taken(signalsBeside);
        AgentCatalogue catalogue = taken(agentsBeside);
        if (signals != null && catalogue != null && settings != null) {
            KnownNames known = new KnownNames(settings, catalogue, signals);
            delivery(settings, catalogue);
            executors(settings, catalogue);
            new TableChecks(settings, tables, known, faults).run();
            if (base != null) {
                new RuleChecks(base, tables, known, faults).run();
            }
        }
        faults.throwIfAny();
        return new Pack(
                name,
                version,
                java.util.Objects.requireNonNull(settings),
                tables,
                java.util.Objects.requireNonNull(signals),
                java.util.Objects.requireNonNull(base),
                java.util.Objects.requireNonNull(catalogue),
                files(drl));
    }

    /** What was read in another thread, and what is wrong with it. */
    private record Part<T>(@Nullable T value, List<Fault> faults) {
        static <T> Part<T> of(Function<Faults, T> reading) {
            Faults faults = new Faults();
            try {
                return new Part<>(reading.apply(faults), faults.sorted());
            } catch (FaultException e) {
                faults.addAll(e.faults());
                return new Part<>(null, faults.sorted());
            }
        }
    }

    private static <T> CompletableFuture<Part<T>> beside(Function<Faults, T> reading) {
        Function<Function<Faults, T>, Part<T>> shared = Allowance.shared(Part::of);
        return CompletableFuture.supplyAsync(() -> shared.apply(reading), OWN_THREAD);
    }

    private <T> @Nullable T taken(CompletableFuture<Part<T>> beside) {
        try {
            Part<T> found = beside.join();
            faults.addAll(found.faults());
            return found.value();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    private @Nullable PackSettings settings() {
        if (!rules.has(name + "/" + SETTINGS)) {
            faults.add(
                    new Place(name + "/" + SETTINGS, 1, 1),
                    "A pack needs this file; it holds at least a title and the phases.");
            return null;
        }
        PackSettings settings = null;
        for (String pack : lineage.packs()) {
            String path = pack + "/" + SETTINGS;
            if (rules.has(path)) {
                settings = PackYaml.read(path, text(path), settings, faults);
            }
        }
        return settings == null ? null : settings.withFrame(settings.frame().withSkills(skills()));
    }

    /** The pack's own files, and the rules of those that it extends as far as it does not override them. */
    private FileTree files(Map<String, String> drl) {
        return lineage.extendsOthers() ? rules.in(name).with(FileTree.of(drl)) : rules;
    }

    /** Texts that become part of an instruction; front matter is for the tools that own the format. */
    private Map<String, String> skills() {
        Map<String, String> texts = new TreeMap<>();
        for (String pack : lineage.packs()) {
            String folder = pack + "/" + SKILLS;
            rules.paths().stream()
                    .filter(path -> path.startsWith(folder) && path.endsWith(".md"))
                    .forEach(path -> texts.put(
                            path.substring(folder.length(), path.length() - ".md".length()),
                            text(path)
                                    .replaceFirst("\\A---\\n(?s:.*?)\\n---\\n", "")
                                    .strip()));
        }
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

    /** Whoever is called somehow has to be there; which executors there are is the operator's to say. */
    private void executors(PackSettings settings, AgentCatalogue agents) {
        settings.executors().forEach(executor -> {
            String agent = executor.agent();
            if (!agent.equals("*") && agents.find(agent) == null) {
                faults.add(executor.place(), "No agent is called \"" + agent + "\"." + agents.hint(agent));
            }
        });
    }

    private Map<String, String> drl() {
        Map<String, String> texts = new TreeMap<>();
        files(".drl").forEach(path -> texts.put(path, text(path)));
        return lineage.extendsOthers() ? Overriding.rules(texts, lineage) : texts;
    }

    private @Nullable RuleBase ruleBase(Map<String, String> drl) {
        List<DrlSource> sources = new ArrayList<>();
        drl.forEach((path, text) -> sources.add(new DrlSource(path, text)));
        try {
            return RuleBase.load(MusterVocabulary.INSTANCE, sources, earlier);
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    private AgentCatalogue catalogue(Faults found) {
        if (!lineage.extendsOthers()) {
            return AgentCatalogue.of(agentTexts(name, found));
        }
        Map<String, AgentFile> byName = new TreeMap<>();
        for (String pack : lineage.packs()) {
            AgentCatalogue.of(agentTexts(pack, found)).agents().forEach(agent -> byName.put(agent.name(), agent));
        }
        return AgentCatalogue.of(byName.values());
    }

    private Map<String, String> agentTexts(String pack, Faults found) {
        Map<String, String> texts = new TreeMap<>();
        agents.in(pack).paths().forEach(path -> texts.put(path, agents.text(path, found)));
        return texts;
    }

    /** A file that nothing reads is most likely a misspelt one. */
    private void strangeFiles() {
        for (String path : rules.paths()) {
            String file = path.substring(path.indexOf('/') + 1);
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

    private Signals signals(Faults found) {
        Signals signals = Signals.none();
        for (String pack : lineage.packs()) {
            String path = pack + "/" + SIGNALS;
            if (rules.has(path)) {
                signals = signals.overriddenBy(Signals.parse(path, rules.text(path, found), found));
            }
        }
        return signals;
    }

    private String text(String path) {
        return rules.text(path, faults);
    }
}
