package dev.muster.policy;

import dev.muster.agent.AgentCatalogue;
import dev.muster.fact.Row;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.settings.PackSettings;
import dev.muster.reading.matching.Signals;
import dev.muster.source.CsvTable;
import java.util.List;

/**
 * A policy pack, whole and ready to plan: its rules are loaded, its signals compiled, its agents read.
 *
 * @param name the name of its folder
 * @param version the hash of all that it is made of
 * @param tables sorted by file
 * @param agents those that its rules can put to work
 * @param files its own files, and the rules of those that it extends as far as it does not override them
 */
public record Pack(
        String name,
        String version,
        PackSettings settings,
        List<CsvTable> tables,
        Signals signals,
        RuleBase rules,
        AgentCatalogue agents,
        FileTree files) {
    public Pack {
        tables = List.copyOf(tables);
    }

    public String title() {
        return settings.title();
    }

    /** Whether a file of rules, agents or rows is the pack's own, and not one of a pack that it extends. */
    public boolean owns(String file) {
        return file.startsWith(name + "/");
    }

    /** All rows of all tables, in the order of files and lines. */
    public List<Row> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }
}
