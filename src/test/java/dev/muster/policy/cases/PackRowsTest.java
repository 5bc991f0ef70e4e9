package dev.muster.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import dev.muster.source.CsvTable;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/packs.md} says for each thing that a team's own text asks for which case shows it and which rules it needs. A
 * case carries the number of what it shows in its name.
 */
class PackRowsTest {
    private static final Path DOCUMENT = Path.of("docs/packs.md");
    private static final Path ROWS = Path.of("src/test/resources/dev/muster/policy/pack-rows.csv");
    private static final int MOST_RULES = 6;
    private static final String HEAD = """
            # The packs that come with Muster

            Five teams wrote down how their backend work is orchestrated. Each text became a policy pack. The tables below say for each
            thing that such a text asks for which cases show it, and which rules those cases cannot do without (or `pack.yaml`, where it
            is a setting). P is seen in a plan; R is data in the plan that a run obeys. `./muster test --approve` writes this page anew.

            What all five have in common stands in `rules/base`, which they extend and which never plans itself.

            Without `--pack`, `rules/routing.drl` and `rules/routing.csv` choose the pack from the task, its context and the workspace;
            where nothing speaks clearly for one, `backend` plans.
            """;

    @Test
    void every_row_is_shown_by_a_case_that_names_it() throws IOException {
        String document = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        List<String> missing = new ArrayList<>();
        for (var row : rows()) {
            List<Case> shown = shown(row.cell("pack"), row.cell("row"));
            if (shown.isEmpty()) {
                missing.add(row.cell("pack") + " " + row.cell("row") + ": no case");
            } else if (System.getProperty("approve") == null
                    && shown.stream().noneMatch(one -> document.contains(link(one)))) {
                missing.add(row.cell("pack") + " " + row.cell("row") + ": not in the document");
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void document_names_only_rules_and_cases_that_are_there() throws IOException {
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, document());
        }
        Set<String> known = new LinkedHashSet<>();
        for (String name : Shipped.names()) {
            Pack pack = Shipped.pack(name);
            CaseRunner.cases(pack).forEach(one -> known.add(link(one)));
            pack.rules().rules().forEach(rule -> known.add(rule.name() + " (" + rule.file() + ")"));
        }
        List<String> named = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .flatMap(line -> List.of(line.split("<br>| \\| ")).stream())
                .map(part -> part.replaceAll("^\\| | \\|$", "").strip())
                .filter(part -> part.contains("cases.yaml") || part.contains(".drl)"))
                .toList();

        assertThat(named).hasSizeGreaterThan(100).isSubsetOf(known);
    }

    private static String document() throws IOException {
        Map<String, StringBuilder> byPack = new TreeMap<>();
        for (var row : rows()) {
            String name = row.cell("pack");
            Pack pack = Shipped.pack(name);
            List<Case> shown = shown(name, row.cell("row"));
            byPack.computeIfAbsent(name, PackRowsTest::head)
                    .append("| `%s` %s | %s | %s | %s |%n"
                            .formatted(
                                    row.cell("row"),
                                    row.cell("kind"),
                                    row.cell("what"),
                                    shown.stream()
                                            .limit(MOST_RULES)
                                            .map(PackRowsTest::link)
                                            .collect(Collectors.joining("<br>")),
                                    rules(pack, shown)));
        }
        return HEAD + String.join("", byPack.values());
    }

    private static StringBuilder head(String name) {
        return new StringBuilder("\n## `" + name + "`: " + Shipped.pack(name).title()
                + "\n\n| Row | What | Cases | Rules |\n|---|---|---|---|\n");
    }

    private static String link(Case one) {
        String file = one.place().file();
        return one.name() + " (" + file + ")";
    }

    /** The rules without which one of the cases would be red. */
    private static String rules(Pack pack, List<Case> cases) {
        Set<String> needed = new LinkedHashSet<>();
        for (Case one : cases) {
            CaseResult result = CaseRunner.run(pack, one);
            pack.rules().rules().stream()
                    .filter(rule -> result.fired().contains(rule.name()))
                    .filter(rule -> isNeeded(pack, one, new Mutant.WithoutRule(rule)))
                    .forEach(rule -> needed.add(rule.name() + " (" + rule.file() + ")"));
            if (needed.size() >= MOST_RULES) {
                break;
            }
        }
        return needed.isEmpty()
                ? "`" + pack.name() + "/pack.yaml`"
                : needed.stream().limit(MOST_RULES).collect(Collectors.joining("<br>"));
    }

    private static boolean isNeeded(Pack pack, Case one, Mutant mutant) {
        try {
            return !CaseRunner.run(mutant.of(pack), one).passed();
        } catch (FaultException e) {
            return true;
        }
    }

    private static List<Case> shown(String pack, String row) {
        return CaseRunner.cases(Shipped.pack(pack)).stream()
                .filter(one -> one.name().contains("(" + row + ")"))
                .toList();
    }

    private static List<dev.muster.fact.Row> rows() throws IOException {
        Faults faults = new Faults();
        List<dev.muster.fact.Row> rows =
                CsvTable.read("pack-rows.csv", Files.readString(ROWS), faults).rows();
        assertThat(faults.sorted()).isEmpty();
        return rows;
    }
}
