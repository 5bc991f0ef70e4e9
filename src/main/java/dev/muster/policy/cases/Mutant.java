package dev.muster.policy.cases;

import dev.muster.fact.Row;
import dev.muster.policy.Pack;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.QueryInfo;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.CsvTable;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.util.List;
import java.util.stream.Stream;

/** A pack from which one rule or one row was taken. Cases that stay green on it would not notice if somebody did that. */
public sealed interface Mutant {

    /** How a report names what was taken out. */
    String shown();

    /**
     * The pack without it.
     *
     * @throws FaultException where the pack cannot do without it, such as a rule that another extends
     */
    Pack of(Pack pack);

    /** Whether a case had to do with what was taken out, so that it is the first to ask. */
    boolean concerns(CaseResult result);

    /** All of a pack itself, not of those that it extends: each rule and each row, in the order of files and lines. */
    static List<Mutant> all(Pack pack) {
        Stream<Mutant> rules = pack.rules().rules().stream()
                .filter(rule -> pack.owns(rule.file()))
                .map(WithoutRule::new);
        Stream<Mutant> rows =
                pack.rows().stream().filter(row -> pack.owns(row.file())).map(WithoutRow::new);
        return Stream.concat(rules, rows).toList();
    }

    /** A rule was taken out. */
    record WithoutRule(RuleInfo rule) implements Mutant {
        @Override
        public String shown() {
            return rule.shown();
        }

        @Override
        public boolean concerns(CaseResult result) {
            return result.fired().contains(rule.name());
        }

        @Override
        public Pack of(Pack pack) {
            Faults faults = new Faults();
            List<DrlSource> sources = pack.files().paths().stream()
                    .filter(path -> path.endsWith(".drl"))
                    .map(path ->
                            new DrlSource(path, without(pack, path, pack.files().text(path, faults))))
                    .toList();
            RuleBase rules = RuleBase.load(MusterVocabulary.INSTANCE, sources);
            return new Pack(
                    pack.name(),
                    pack.version(),
                    pack.settings(),
                    pack.tables(),
                    pack.signals(),
                    rules,
                    pack.agents(),
                    pack.files());
        }

        /** Blanks the lines from the rule's own up to the next rule or query, so that all others keep their places. */
        private String without(Pack pack, String path, String text) {
            if (!path.equals(rule.file())) {
                return text;
            }
            Stream<Integer> starts = Stream.concat(
                    pack.rules().rules().stream()
                            .filter(other -> other.file().equals(path))
                            .map(RuleInfo::line),
                    pack.rules().queries().stream()
                            .filter(other -> other.file().equals(path))
                            .map(QueryInfo::line));
            int next = starts.filter(line -> line > rule.line())
                    .min(Integer::compare)
                    .orElse(Integer.MAX_VALUE);
            String[] lines = text.split("\n", -1);
            for (int i = rule.line() - 1; i < Math.min(lines.length, next - 1); i++) {
                lines[i] = "";
            }
            return String.join("\n", lines);
        }
    }

    /** A row of a table was taken out. */
    record WithoutRow(Row row) implements Mutant {
        @Override
        public String shown() {
            return "row " + Coverage.shown(row);
        }

        @Override
        public boolean concerns(CaseResult result) {
            return result.rows().contains(Coverage.shown(row));
        }

        @Override
        public Pack of(Pack pack) {
            List<CsvTable> tables = pack.tables().stream().map(this::without).toList();
            return new Pack(
                    pack.name(),
                    pack.version(),
                    pack.settings(),
                    tables,
                    pack.signals(),
                    pack.rules(),
                    pack.agents(),
                    pack.files());
        }

        private CsvTable without(CsvTable table) {
            List<Row> rows =
                    table.rows().stream().filter(other -> !other.equals(row)).toList();
            return new CsvTable(table.name(), table.columns(), rows, table.cells());
        }
    }
}
