package dev.muster.reading.matching;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.source.Faults;
import dev.muster.source.Stopped;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to look for in a text, ready to be asked any number of times by any number of threads. */
public final class Signals {
    private static final Signals NONE = new Signals(List.of());

    public record Compiled(SignalDefinition definition, QueryCondition any, QueryCondition not) {}

    private final List<Compiled> compiled;

    private Signals(List<Compiled> compiled) {
        this.compiled = compiled.stream()
                .sorted(Comparator.comparing(signal -> signal.definition().name()))
                .toList();
    }

    public static Signals none() {
        return NONE;
    }

    /** Reads a {@code signals.yaml}; a signal with a fault is left out. */
    public static Signals parse(String file, String text, Faults faults) {
        Map<String, Compiled> byName = new LinkedHashMap<>();
        SignalQuery parser = new SignalQuery();
        for (YamlNode node : YamlNode.parse(file, text, faults).items()) {
            int before = faults.count();
            Compiled signal = inTime(node, parser);
            Compiled same = byName.get(signal.definition().name());
            if (same != null && faults.count() == before) {
                faults.add(
                        node.required("name").place(),
                        "The signal \"" + signal.definition().name() + "\" is already defined at "
                                + same.definition().place() + ".");
            }
            if (faults.count() == before) {
                byName.put(signal.definition().name(), signal);
            }
        }
        return new Signals(List.copyOf(byName.values()));
    }

    /** These signals and others; of two with one name, the other's is kept, as a pack overrides the one it extends. */
    public Signals overriddenBy(Signals others) {
        Map<String, Compiled> byName = new LinkedHashMap<>();
        compiled.forEach(signal -> byName.put(signal.definition().name(), signal));
        others.compiled.forEach(signal -> byName.put(signal.definition().name(), signal));
        return new Signals(List.copyOf(byName.values()));
    }

    /** By name. */
    public List<SignalDefinition> definitions() {
        return compiled.stream().map(Compiled::definition).toList();
    }

    public List<Compiled> compiled() {
        return compiled;
    }

    private static Compiled inTime(YamlNode node, SignalQuery parser) {
        try {
            return signal(node, parser);
        } catch (OverLimitException e) {
            throw Stopped.at(node.place(), e);
        }
    }

    private static Compiled signal(YamlNode node, SignalQuery parser) {
        node.onlyKeys("name", "kind", "any", "not", "weight");
        String name = node.required("name").text();
        String kind = node.required("kind").text();
        double weight = node.get("weight").numberOr(1);
        if (weight < 0) {
            node.get("weight").fault("The weight is " + weight + "; it must not be negative.");
        }
        List<YamlNode> any = node.required("any").scalars();
        if (any.isEmpty() && node.get("any").isList() && node.get("any").items().isEmpty()) {
            node.get("any").fault("This list is empty, so the signal can never match.");
        }
        List<YamlNode> not = node.get("not").scalars();
        SignalDefinition definition = new SignalDefinition(name, kind, weight, node.place(), texts(any), texts(not));
        return new Compiled(definition, queries(any, parser), queries(not, parser));
    }

    private static List<String> texts(List<YamlNode> queries) {
        return queries.stream().map(YamlNode::text).toList();
    }

    private static QueryCondition queries(List<YamlNode> queries, SignalQuery parser) {
        List<QueryCondition> conditions = new ArrayList<>();
        for (YamlNode query : queries) {
            try {
                Allowance.current().tick(1 + query.text().length());
                conditions.add(parser.compile(query.text()));
            } catch (SignalQuery.Refused refused) {
                query.faultAt(refused.at(), String.valueOf(refused.getMessage()));
            }
        }
        return new QueryCondition.Any(List.copyOf(conditions));
    }
}
