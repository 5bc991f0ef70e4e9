package dev.muster.policy.drl;

import dev.muster.fact.Conclusion;
import dev.muster.fact.Row;
import dev.muster.fact.Signal;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decision that a backend orchestrator makes: which agents, which reviews, in which pattern. Once as 26 rules over tables, once
 * as the Java that somebody would write instead.
 */
final class Decision {
    private static final List<String> SECURITY = List.of("user-data", "auth", "external-api", "file-transfer", "payment");
    private static final List<String> PERFORMANCE = List.of("large-data", "frequent", "real-time", "background", "cache");
    private static final List<String> LAYERS = List.of("api", "database", "cache", "queue", "infrastructure");

    private Decision() {}

    /** The 26 rules, and further ones of the same shapes that are about other signals, up to a number. */
    static List<DrlSource> rules(int count, int changed) {
        List<String> all = new ArrayList<>(selection());
        SECURITY.forEach(name -> all.add(trigger("security", name)));
        PERFORMANCE.forEach(name -> all.add(trigger("performance", name)));
        LAYERS.forEach(name -> all.add(layer(name)));
        for (int i = 0; all.size() < count; i++) {
            all.add(more(i, i == changed ? "changed" : "other"));
        }
        List<DrlSource> files = new ArrayList<>();
        for (int from = 0; from < count; from += 20) {
            String text = String.join("\n", all.subList(from, Math.min(count, from + 20)));
            files.add(new DrlSource("part" + from + ".drl", text));
        }
        return files;
    }

    private static String rule(String name, String when, String then) {
        return "rule \"" + name + "\"\n@because(\"" + name + "\")\nwhen\n" + when + "\nthen\n" + then + "\nend\n";
    }

    private static String trigger(String kind, String name) {
        return rule(
                name + " calls for a look at " + kind,
                "  Signal( name == \"" + name + "\", weight > 0 )",
                "  insertLogical( new Trigger( \"" + kind + "\", \"" + name + "\" ) );");
    }

    private static String layer(String name) {
        return rule(
                name + " is a layer",
                "  Signal( kind == \"layer\", name == \"" + name + "\" )",
                "  insertLogical( new Conclusion( \"layer\", \"" + name + "\" ) );");
    }

    private static String more(int number, String word) {
        String own = "\"more-" + number + "\"";
        return switch (number % 4) {
            case 0 -> trigger("other", "more-" + number);
            case 1 ->
                rule(
                        "agent of " + number,
                        "  Conclusion( kind == \"layer\", name == " + own + " )\n"
                                + "  $row : Row( table == \"more\", cell(\"signal\") == " + own + " )",
                        "  insertLogical( new Conclusion( \"agent\", $row.cell(\"agent\") + \"" + word + "\" ) );");
            case 2 ->
                rule(
                        "absence of " + number,
                        "  Signal( name == " + own + ", $kind : kind )\n  not Trigger( kind == $kind, name == " + own + " )",
                        "  insertLogical( new Conclusion( \"" + word + "\", $kind ) );");
            default ->
                rule(
                        "count of " + number,
                        "  TaskType( $type : name == " + own + " )\n"
                                + "  accumulate( Signal( kind == " + own + ", $w : weight ); $sum : sum( $w ); $sum > 3 )",
                        "  insertLogical( new Conclusion( \"" + word + "\", $type ) );");
        };
    }

    private static List<String> selection() {
        String row = "  TaskType( $type : name )\n  $row : Row( table == \"selection\", cell(\"type\") == $type )";
        String pattern = "  Conclusion( kind == \"pattern\", $pattern : name )\n"
                + "  $row : Row( table == \"patterns\", cell(\"pattern\") == $pattern )";
        return List.of(
                rule("The matrix names the primary agent", row, insert("\"primary\"", "$row.cell(\"primary\")")),
                rule(
                        "The matrix names the supporting agents",
                        row + "\n  $agent : String() from $row.values(\"supporting\")",
                        insert("\"agent\"", "$agent")),
                rule(
                        "Something new is a feature",
                        "  TaskType( name in ( \"endpoint\", \"jobs\", \"realtime\" ) )",
                        insert("\"pattern\"", "\"feature\"")),
                rule("Slowness is its own pattern", "  TaskType( name == \"slow\" )", insert("\"pattern\"", "\"performance\"")),
                rule("An audit is its own pattern", "  TaskType( name == \"audit\" )", insert("\"pattern\"", "\"security\"")),
                rule("A pattern has its agents", pattern, insert("\"agent\"", "$row.cell(\"agent\")")),
                rule(
                        "A trigger has its reviewer",
                        "  Trigger( $kind : kind )\n  $row : Row( table == \"reviewers\", cell(\"kind\") == $kind )",
                        insert("\"review\"", "$row.cell(\"agent\")")),
                rule(
                        "Several layers are several concerns",
                        "  accumulate( Conclusion( kind == \"layer\" ); $count : count(); $count > 1 )",
                        insert("\"scope\"", "\"multi\"")),
                rule(
                        "Else it is one concern",
                        "  accumulate( Conclusion( kind == \"layer\" ); $count : count(); $count <= 1 )",
                        insert("\"scope\"", "\"single\"")),
                rule(
                        "Who leads does not support",
                        "  Conclusion( kind == \"primary\", $agent : name )\n  exists Conclusion( kind == \"agent\", name == $agent )",
                        insert("\"double\"", "$agent")),
                rule(
                        "Without a trigger nobody reviews",
                        "  TaskType()\n  not Trigger()",
                        insert("\"review\"", "\"nobody\"")));
    }

    private static String insert(String kind, String name) {
        return "  insertLogical( new Conclusion( " + kind + ", " + name + " ) );";
    }

    /** The facts of a task, and rows that have nothing to do with it, up to a number. */
    static List<Object> facts(int count) {
        List<Object> facts = new ArrayList<>(List.of(
                new TaskType("endpoint"),
                signal("layer", "api"),
                signal("layer", "database"),
                signal("topic", "file-transfer"),
                signal("topic", "external-api"),
                signal("topic", "user-data"),
                row("reviewers", Map.of("kind", "security", "agent", "security-guardian")),
                row("reviewers", Map.of("kind", "performance", "agent", "performance-expert")),
                row("selection", Map.of("type", "endpoint", "primary", "api-master", "supporting", "database;test;docs"))));
        for (String type : List.of("database", "jobs", "slow", "audit", "realtime", "deployment")) {
            facts.add(row("selection", Map.of("type", type, "primary", type + "-expert", "supporting", "cache;test")));
        }
        for (String pattern : List.of("feature", "performance", "security", "bugfix")) {
            for (String agent : List.of("database", "api-master", "queue", "test", "docs")) {
                facts.add(row("patterns", Map.of("pattern", pattern, "agent", agent)));
            }
        }
        for (int i = 0; facts.size() < count; i++) {
            facts.add(row("other", Map.of("signal", "other-" + i, "agent", "agent-" + i)));
        }
        return count < facts.size() ? List.copyOf(facts.subList(0, count)) : List.copyOf(facts);
    }

    private static Signal signal(String kind, String name) {
        return new Signal(kind, name, 1.0, false, List.of());
    }

    private static Row row(String table, Map<String, String> cells) {
        return new Row(table, table + ".csv", 2, cells);
    }

    /** The same decision without an engine: in one pass, without reasons. */
    static Set<Object> byHand(List<Object> facts) {
        Set<Object> found = new LinkedHashSet<>();
        int layers = 0;
        boolean triggered = false;
        Set<String> kinds = new LinkedHashSet<>();
        List<String> types = new ArrayList<>();
        Set<String> patterns = new LinkedHashSet<>();
        for (Object fact : facts) {
            if (fact instanceof Signal signal) {
                String kind = SECURITY.contains(signal.name())
                        ? "security"
                        : PERFORMANCE.contains(signal.name()) ? "performance" : null;
                if (kind != null && signal.weight() > 0) {
                    triggered = true;
                    kinds.add(kind);
                    found.add(new Trigger(kind, signal.name()));
                }
                if (signal.kind().equals("layer") && LAYERS.contains(signal.name())
                        && found.add(new Conclusion("layer", signal.name()))) {
                    layers++;
                }
            } else if (fact instanceof TaskType type) {
                types.add(type.name());
                switch (type.name()) {
                    case "endpoint", "jobs", "realtime" -> patterns.add("feature");
                    case "slow" -> patterns.add("performance");
                    case "audit" -> patterns.add("security");
                    default -> {}
                }
            }
        }
        patterns.forEach(pattern -> found.add(new Conclusion("pattern", pattern)));
        found.add(new Conclusion("scope", layers > 1 ? "multi" : "single"));
        if (!triggered && !types.isEmpty()) {
            found.add(new Conclusion("review", "nobody"));
        }
        for (Object fact : facts) {
            if (fact instanceof Row row) {
                rows(row, types, patterns, kinds, found);
            }
        }
        for (Object fact : List.copyOf(found)) {
            if (fact instanceof Conclusion(String kind, String name)
                    && kind.equals("primary")
                    && found.contains(new Conclusion("agent", name))) {
                found.add(new Conclusion("double", name));
            }
        }
        return found;
    }

    private static void rows(
            Row row, List<String> types, Set<String> patterns, Set<String> kinds, Set<Object> found) {
        switch (row.table()) {
            case "selection" -> {
                if (types.contains(row.cell("type"))) {
                    found.add(new Conclusion("primary", row.cell("primary")));
                    row.values("supporting").forEach(agent -> found.add(new Conclusion("agent", agent)));
                }
            }
            case "patterns" -> {
                if (patterns.contains(row.cell("pattern"))) {
                    found.add(new Conclusion("agent", row.cell("agent")));
                }
            }
            case "reviewers" -> {
                if (kinds.contains(row.cell("kind"))) {
                    found.add(new Conclusion("review", row.cell("agent")));
                }
            }
            default -> {}
        }
    }
}
