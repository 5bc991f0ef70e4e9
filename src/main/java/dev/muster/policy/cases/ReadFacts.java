package dev.muster.policy.cases;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Module;
import dev.muster.fact.Row;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the facts that rules cannot make: what reading, tables and settings bring in a real task. */
record ReadFacts(CaseWords words) {
    static final List<String> TYPES = List.of("Signal", "Mention", "Sentence", "Row", "Module");

    Object read(String type, YamlNode node) {
        return switch (type) {
            case "Signal" -> signal(node);
            case "Mention" -> mention(node);
            case "Sentence" -> sentence(node);
            case "Module" -> module(node);
            default -> row(node);
        };
    }

    /** The kind may be left out, since signals.yaml has it. */
    private Signal signal(YamlNode node) {
        node.onlyKeys("name", "kind", "weight", "evidence", "inTitle");
        String name = name("Signal", node);
        return new Signal(
                kind(name, node),
                name,
                node.get("weight").numberOr(1),
                node.get("inTitle").boolOr(false),
                List.of(evidence(node.get("evidence").textOr(name))));
    }

    private Mention mention(YamlNode node) {
        node.onlyKeys("name", "kind", "how");
        String name = name("Mention", node);
        String how = node.required("how").text();
        return new Mention(kind(name, node), name, how, List.of(evidence(name)));
    }

    private String name(String type, YamlNode node) {
        YamlNode name = node.required("name");
        words.check(type, "name", name);
        return name.text();
    }

    private String kind(String name, YamlNode node) {
        String known = words.kindOfSignal(name);
        String kind = node.get("kind").textOr(known);
        if (!known.isEmpty() && !kind.equals(known)) {
            node.get("kind")
                    .fault("The signal " + name + " has the kind " + known + " in signals.yaml. Leave the kind out.");
        }
        return kind;
    }

    private static Sentence sentence(YamlNode node) {
        node.onlyKeys("text", "mood");
        String text = node.required("text").text();
        String mood = node.required("mood").oneOf("request", List.of("request", "constraint", "question", "statement"));
        return new Sentence(text, mood, evidence(text));
    }

    private static Module module(YamlNode node) {
        node.onlyKeys("name", "path", "purpose");
        return new Module(
                node.required("name").text(),
                node.get("path").textOr(""),
                node.get("purpose").textOr(""));
    }

    private static Row row(YamlNode node) {
        node.onlyKeys("table", "cells");
        Map<String, String> cells = new LinkedHashMap<>();
        node.required("cells").entries().forEach((column, cell) -> cells.put(column, cell.text()));
        return new Row(
                node.required("table").text(), node.place().file(), node.place().line(), cells);
    }

    private static Evidence evidence(String text) {
        return new Evidence(text, 0, text.length(), "description");
    }
}
