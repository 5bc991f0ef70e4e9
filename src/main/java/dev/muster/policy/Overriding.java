package dev.muster.policy;

import dev.muster.fact.Row;
import dev.muster.policy.settings.PackSettings;
import dev.muster.source.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pack overrides in those that it extends: rules by name, rows of a table by its key. */
final class Overriding {
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*(?:rule|query)[ \\t]+[\"\\w]");

    private Overriding() {}

    /** The texts of rule files by path, in which what a later pack says again is blank; all else keeps its place. */
    static Map<String, String> rules(Map<String, String> texts, Lineage lineage) {
        Map<String, Integer> last = new HashMap<>();
        texts.forEach((path, text) -> {
            Matcher rules = RULE.matcher(text);
            while (rules.find()) {
                last.merge(rules.group(1), lineage.rank(path), Math::max);
            }
        });
        Map<String, String> kept = new TreeMap<>();
        texts.forEach((path, text) -> kept.put(path, without(text, lineage.rank(path), last)));
        return kept;
    }

    private static String without(String text, int rank, Map<String, Integer> last) {
        StringBuilder kept = new StringBuilder(text);
        Matcher rules = RULE.matcher(text);
        while (rules.find()) {
            if (last.getOrDefault(rules.group(1), rank) > rank) {
                Matcher next = START.matcher(text);
                int end = next.find(rules.end()) ? next.start() : text.length();
                for (int i = rules.start(); i < end; i++) {
                    if (text.charAt(i) != '\n') {
                        kept.setCharAt(i, ' ');
                    }
                }
            }
        }
        return kept.toString();
    }

    /** One table of each name: the rows of all packs, but those whose key a later pack says again. */
    static List<CsvTable> tables(List<CsvTable> all, PackSettings settings, Lineage lineage) {
        Map<String, List<CsvTable>> byName = new LinkedHashMap<>();
        all.forEach(table ->
                byName.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table));
        return byName.entrySet().stream()
                .map(entry -> {
                    PackSettings.TableSettings declared = settings.tables().get(entry.getKey());
                    return one(entry.getValue(), declared == null ? List.of() : declared.key(), lineage);
                })
                .toList();
    }

    private static CsvTable one(List<CsvTable> same, List<String> key, Lineage lineage) {
        if (same.size() == 1) {
            return same.getFirst();
        }
        List<CsvTable> latestFirst = same.stream()
                .sorted((a, b) -> Integer.compare(rank(b, lineage), rank(a, lineage)))
                .toList();
        Set<List<String>> said = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (CsvTable table : latestFirst) {
            List<Row> own = table.rows().stream()
                    .filter(row -> key.isEmpty() || !said.contains(values(row, key)))
                    .toList();
            own.forEach(row -> said.add(values(row, key)));
            rows.addAll(own);
        }
        CsvTable latest = latestFirst.getFirst();
        return new CsvTable(latest.name(), latest.columns(), rows, latest.cells());
    }

    private static List<String> values(Row row, List<String> key) {
        return key.stream().map(row::cell).toList();
    }

    private static int rank(CsvTable table, Lineage lineage) {
        return table.rows().isEmpty() ? 0 : lineage.rank(table.rows().getFirst().file());
    }
}
