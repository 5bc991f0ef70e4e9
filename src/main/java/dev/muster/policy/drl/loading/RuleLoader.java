package dev.muster.policy.drl.loading;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.QueryInfo;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.interpretation.Groups;
import dev.muster.policy.drl.interpretation.TypeMasks;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.DrlFile;
import dev.muster.policy.drl.syntax.FileParser;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import dev.muster.policy.drl.translation.Attributes;
import dev.muster.policy.drl.translation.PatternTranslator;
import dev.muster.policy.drl.translation.QuerySignature;
import dev.muster.policy.drl.translation.RuleTranslator;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** Loads files of rules: reads them all, checks them all, and builds a {@code KieBase} if nothing is wrong. */
final class RuleLoader {
    /** With fewer files than this, dividing the work costs more than it saves. */
    private static final int SIDE_BY_SIDE = 4;

    private static final int MOST_RULES = 20_000;
    private static final List<String> PRIMITIVES = List.of("int", "long", "double", "boolean");

    private final Vocabulary vocabulary;
    private final TypeMasks masks;
    private final RuleTranslator translator;
    private final @Nullable Earlier earlier;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Unit> named = new LinkedHashMap<>();
    private final Map<String, QuerySignature> signatures = new LinkedHashMap<>();
    private final List<FileFaults> files = new ArrayList<>();

    /** A file and what is wrong in it. */
    private record FileFaults(DrlFile file, SyntaxFaults faults) {}

    /** A rule or query in its file. */
    private record Unit(DrlFile file, RuleTree tree, SyntaxFaults faults) {}

    /** A rule or query as Drools has it; one of both is null. */
    private record Made(
            RuleTree tree,
            RuleImpl rule,
            Earlier.@Nullable Done done,
            @Nullable QueryInfo query) {}

    /** What was loaded, and what the next load can use again of it. */
    public record Loaded(KieBase base, List<RuleInfo> rules, List<QueryInfo> queries, Earlier kept) {}

    private RuleLoader(Vocabulary vocabulary, @Nullable Earlier earlier) {
        this.vocabulary = vocabulary;
        this.earlier = earlier;
        this.masks = new TypeMasks(vocabulary);
        this.translator = new RuleTranslator(vocabulary, masks, KieBases.PACKAGE);
    }

    public static Loaded load(Vocabulary vocabulary, List<DrlSource> sources, @Nullable Earlier earlier) {
        return new RuleLoader(vocabulary, earlier).load(sources);
    }

    /** What the rules of files say of themselves, as far as they can be read; nothing is checked or built. */
    public static List<RuleInfo> outline(Vocabulary vocabulary, List<DrlSource> sources) {
        RuleLoader loader = new RuleLoader(vocabulary, null);
        return sources.stream()
                .map(loader::read)
                .flatMap(file -> file.file().rules().stream()
                        .filter(tree -> !tree.isQuery())
                        .map(tree -> loader.info(file.file().source(), tree, List.of())))
                .toList();
    }

    private Loaded load(List<DrlSource> sources) {
        files.addAll(side(sources).map(Allowance.shared(this::read)).toList());
        files.forEach(this::name);
        files.forEach(this::checkHead);
        checkGroups();
        refuseTooMany();
        refuseTooLarge();
        boolean fits = earlier != null && earlier.fits(vocabulary, signatures);
        List<List<Made>> made = side(files)
                .map(Allowance.shared((FileFaults file) -> translate(file, fits ? earlier : null)))
                .toList();
        throwFaults();
        return built(made.stream().flatMap(List::stream).toList());
    }

    private void throwFaults() {
        List<Fault> found =
                files.stream().flatMap(file -> file.faults().all().stream()).toList();
        if (!found.isEmpty()) {
            throw new FaultException(found);
        }
    }

    /** Side by side, as files do not depend on each other in what costs time. */
    private static <T> Stream<T> side(List<T> files) {
        return files.size() < SIDE_BY_SIDE ? files.stream() : files.parallelStream();
    }

    private FileFaults read(DrlSource source) {
        DrlFile known = earlier == null ? null : earlier.file(source);
        if (known != null) {
            return new FileFaults(known, new SyntaxFaults(known.source()));
        }
        SourceText text = new SourceText(source.path(), source.text());
        SyntaxFaults faults = new SyntaxFaults(text);
        return new FileFaults(FileParser.read(text, faults), faults);
    }

    private void checkGroups() {
        Groups groups = new Groups(units.stream().map(Unit::tree).toList());
        for (Unit unit : units) {
            unit.faults().inside(unit.tree().shown());
            groups.check(unit.tree(), unit.faults()::add);
            unit.faults().inside(null);
        }
    }

    /** Each rule takes memory for as long as it is loaded. */
    private void refuseTooMany() {
        if (units.size() > MOST_RULES) {
            Unit first = units.get(MOST_RULES);
            String message =
                    "there are more than " + MOST_RULES + " rules: put what differs only in names into a table";
            throw new FaultException(
                    List.of(new Fault(first.file().source().place(first.tree().at()), message)));
        }
    }

    /** What would take too much is not even translated; so all else that is wrong is told the next time. */
    private void refuseTooLarge() {
        Sizes sizes = new Sizes(name -> {
            Unit unit = named.get(name);
            return unit == null ? null : unit.tree();
        });
        int before = count();
        units.forEach(unit -> within(unit, () -> {
            sizes.check(unit.tree(), unit.faults());
            return unit;
        }));
        if (count() > before) {
            throwFaults();
        }
    }

    /** Work for one rule, which is named where it takes too much. */
    private static <T> T within(Unit unit, Supplier<T> work) {
        try {
            return work.get();
        } catch (OverLimitException e) {
            unit.faults().inside(unit.tree().shown());
            throw unit.faults().stopped(unit.tree().at(), e);
        }
    }

    private int count() {
        return files.stream().mapToInt(file -> file.faults().count()).sum();
    }

    private Loaded built(List<Made> all) {
        InternalKnowledgePackage rules = KieBases.newPackage();
        List<RuleInfo> ruleInfos = new ArrayList<>();
        List<QueryInfo> queryInfos = new ArrayList<>();
        Earlier kept = new Earlier(vocabulary, signatures);
        files.forEach(file -> kept.keep(file.file()));
        for (Made made : all) {
            rules.addRule(made.rule());
            Earlier.Done done = made.done();
            if (done != null) {
                made.rule().setLoadOrder(ruleInfos.size());
                ruleInfos.add(done.info());
                kept.keep(made.tree(), done);
            }
            if (made.query() != null) {
                queryInfos.add(made.query());
            }
        }
        return new Loaded(
                KieBases.build(rules, vocabulary, masks), List.copyOf(ruleInfos), List.copyOf(queryInfos), kept);
    }

    private void name(FileFaults file) {
        for (RuleTree tree : file.file().rules()) {
            Unit unit = new Unit(file.file(), tree, file.faults());
            Unit before = named.putIfAbsent(tree.name(), unit);
            file.faults().inside(tree.shown());
            if (before != null) {
                file.faults()
                        .add(
                                tree.nameAt(),
                                "the name \"" + tree.name() + "\" is taken by "
                                        + before.file()
                                                .source()
                                                .place(before.tree().at()) + ": choose another");
            }
            if (tree.isQuery()) {
                signatures.putIfAbsent(tree.name(), signature(tree, file.faults()));
            }
            file.faults().inside(null);
            units.add(unit);
        }
    }

    private QuerySignature signature(RuleTree tree, SyntaxFaults faults) {
        List<Parameter> parameters = new ArrayList<>();
        List<RuleTree.Parameter> written = tree.parameters() == null ? List.of() : tree.parameters();
        for (RuleTree.Parameter parameter : written) {
            parameters.add(new Parameter(parameter.name(), type(parameter, faults)));
        }
        return new QuerySignature(tree.name(), List.copyOf(parameters));
    }

    private ValueType type(RuleTree.Parameter parameter, SyntaxFaults faults) {
        if (PRIMITIVES.contains(parameter.type())) {
            return ValueType.of(
                    switch (parameter.type()) {
                        case "int" -> int.class;
                        case "long" -> long.class;
                        case "double" -> double.class;
                        default -> boolean.class;
                    });
        }
        VocabularyType type = vocabulary.type(parameter.type());
        if (type == null) {
            faults.add(
                    parameter.at(),
                    "there is no type \"" + parameter.type() + "\"." + Nearest.hint(parameter.type(), typeNames()));
            return ValueType.ANYTHING;
        }
        return ValueType.of(type.javaType());
    }

    private String didYouMean(String name) {
        String nearest = Nearest.to(name, typeNames());
        return nearest == null ? "" : " Did you mean \"" + nearest + "\"?";
    }

    private List<String> typeNames() {
        return vocabulary.types().stream().map(VocabularyType::name).toList();
    }

    private void checkHead(FileFaults file) {
        for (DrlFile.Import imported : file.file().imports()) {
            if (file.faults().isFull()) {
                return;
            }
            boolean all = imported.name().endsWith(".*");
            boolean known = vocabulary.type(imported.name()) != null || PatternTranslator.isCollection(imported.name());
            if (!all && !known) {
                String simple = imported.name().substring(imported.name().lastIndexOf('.') + 1);
                file.faults()
                        .add(
                                imported.at(),
                                "\"" + imported.name()
                                        + "\" cannot be imported: rules use only the words of the vocabulary."
                                        + didYouMean(simple));
            }
        }
        for (DrlFile.Import global : file.file().globals()) {
            if (vocabulary.global(global.name()) == null) {
                List<String> known =
                        vocabulary.globals().stream().map(one -> one.name()).toList();
                file.faults()
                        .add(
                                global.at(),
                                "there is no global \"" + global.name() + "\"." + Nearest.hint(global.name(), known));
            }
        }
    }

    private List<Made> translate(FileFaults file, @Nullable Earlier usable) {
        List<Made> all = new ArrayList<>();
        for (RuleTree tree : file.file().rules()) {
            Unit unit = new Unit(file.file(), tree, file.faults());
            all.add(within(unit, () -> tree.isQuery() ? query(unit) : rule(unit, usable)));
        }
        return all;
    }

    private Made query(Unit unit) {
        RuleTree tree = unit.tree();
        SourceText source = unit.file().source();
        QuerySignature signature = Objects.requireNonNull(signatures.get(tree.name()));
        RuleImpl query = translator.query(source, tree, signature, signatures, unit.faults());
        QueryInfo info =
                new QueryInfo(tree.name(), source.path(), source.line(tree.at()), tree.doc(), signature.parameters());
        return new Made(tree, query, null, info);
    }

    private Made rule(Unit unit, @Nullable Earlier usable) {
        RuleTree tree = unit.tree();
        SourceText source = unit.file().source();
        List<Condition> inherited = inherited(unit);
        Earlier.Done before = usable == null ? null : usable.done(tree, inherited);
        RuleInfo info = before == null ? info(source, tree, inherited) : before.info();
        RuleTranslator.Translated translated = translator.rule(
                source, tree, inherited, info, signatures, before == null ? null : before.consequent(), unit.faults());
        Earlier.Done done = before == null ? new Earlier.Done(inherited, info, translated.consequent()) : before;
        return new Made(tree, translated.rule(), done, null);
    }

    /** The conditions of the rules that a rule extends, the outermost first. */
    private List<Condition> inherited(Unit unit) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(List.of(unit.tree().name()));
        Unit child = unit;
        unit.faults().inside(unit.tree().shown());
        while (child.tree().parent() != null) {
            String name = child.tree().parent();
            Unit parent = parent(unit, child, name);
            if (parent == null || !seen.add(name)) {
                if (parent != null) {
                    unit.faults().add(unit.tree().parentAt(), "this rule extends itself, by way of \"" + name + "\"");
                }
                break;
            }
            conditions.addAll(0, parent.tree().conditions().parts());
            child = parent;
        }
        unit.faults().inside(null);
        return conditions;
    }

    private @Nullable Unit parent(Unit unit, Unit child, @Nullable String name) {
        Unit parent = name == null ? null : named.get(name);
        if (parent != null && !parent.tree().isQuery()) {
            return parent;
        }
        if (child == unit && name != null) {
            List<String> known = units.stream().map(one -> one.tree().name()).toList();
            unit.faults()
                    .add(
                            unit.tree().parentAt(),
                            "there is no rule \"" + name + "\" to extend." + Nearest.hint(name, known));
        }
        return null;
    }

    private RuleInfo info(SourceText source, RuleTree tree, List<Condition> inherited) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (RuleTree.Annotation annotation : tree.annotations()) {
            for (RuleTree.Entry entry : annotation.entries()) {
                String key = entry.key().equals("value") ? annotation.name() : annotation.name() + "." + entry.key();
                metadata.put(key, entry.value());
            }
            if (annotation.entries().isEmpty()) {
                metadata.put(annotation.name(), "");
            }
        }
        RuleSummary summary = new RuleSummary(source, vocabulary);
        List<Condition> conditions = new ArrayList<>(inherited);
        conditions.addAll(tree.conditions().parts());
        return new RuleInfo(
                tree.name(),
                source.path(),
                source.line(tree.at()),
                metadata.get("because"),
                tree.doc(),
                metadata,
                Attributes.salience(tree),
                summary.makes(tree.consequence()),
                summary.reads(conditions));
    }
}
