package dev.muster.policy.doc;

import dev.muster.agent.AgentFile;
import dev.muster.fact.Row;
import dev.muster.plan.Limits;
import dev.muster.plan.settling.Frame;
import dev.muster.policy.Pack;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.explain.Rulebook;
import dev.muster.policy.settings.ColumnKind;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.policy.why.QueryWords;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.CsvTable;
import dev.muster.source.EnumWord;
import dev.muster.source.Faults;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a policy pack as Markdown: what it looks for, what its rules and tables say, who works, who reviews. */
public final class PackDocument {
    private final Pack pack;
    private final Rulebook book;
    private final StringBuilder text = new StringBuilder();

    private PackDocument(Pack pack) {
        this.pack = pack;
        Faults none = new Faults();
        this.book = Rulebook.of(
                MusterVocabulary.INSTANCE,
                pack.files().paths().stream()
                        .filter(path -> path.endsWith(".drl"))
                        .map(path -> new DrlSource(path, pack.files().text(path, none)))
                        .toList());
    }

    public static String markdown(Pack pack) {
        PackDocument document = new PackDocument(pack);
        document.head();
        document.frame();
        document.names();
        document.agents();
        document.signals();
        document.tables();
        document.rules();
        return document.text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void heading(String level, String words) {
        line("");
        line(level + " " + words);
        line("");
    }

    private void head() {
        line("# " + pack.title());
        line("");
        line("Policy pack `" + pack.name() + "`, version `" + pack.version() + "`: "
                + pack.rules().rules().size() + " rules, " + pack.rows().size() + " rows in its tables, "
                + pack.signals().definitions().size() + " signals, "
                + pack.agents().facts().size() + " agents.");
    }

    private void frame() {
        Frame frame = pack.settings().frame();
        heading("##", "Phases, reviews, limits");
        row("Phase", "Steps", "Left out");
        row("---", "---", "---");
        frame.allPhases()
                .forEach(phase -> row(
                        phase.name(),
                        word(phase.mode()),
                        phase.optional().name().equals("ASK") ? "if a person says so" : "never"));
        if (!frame.reviews().isEmpty()) {
            line("");
            row("Review", "Held", "Rounds at most");
            row("---", "---", "---");
            frame.reviews().forEach((kind, held) -> row(kind, word(held.level()), String.valueOf(held.maxRounds())));
        }
        Limits limits = frame.limits();
        line("");
        line("A plan has at most " + limits.steps() + " steps, " + limits.parallelAgents()
                + " agents at work at a time, " + limits.attempts() + " attempts at a step, " + limits.rounds()
                + " rounds of review, " + limits.minutes() + " minutes and " + limits.cost() + " US dollars.");
    }

    private void names() {
        heading("##", "Names");
        for (ColumnKind kind : ColumnKind.NAMED) {
            List<String> names = pack.settings().names().getOrDefault(kind, List.of());
            if (!names.isEmpty()) {
                line("- **" + kind + "**: " + String.join(", ", names));
            }
        }
    }

    private void agents() {
        heading("##", "Agents");
        row("Agent", "When to use it");
        row("---", "---");
        pack.agents().agents().forEach((AgentFile agent) -> row("`" + agent.name() + "`", agent.description()));
    }

    private void signals() {
        if (pack.signals().definitions().isEmpty()) {
            return;
        }
        heading("##", "What is looked for in a task's text");
        row("Signal", "Kind", "Words that show it", "But not");
        row("---", "---", "---", "---");
        for (SignalDefinition signal : pack.signals().definitions()) {
            row(
                    "`" + signal.name() + "`",
                    signal.kind(),
                    String.join(", ", QueryWords.of(signal.any())),
                    String.join(", ", QueryWords.of(signal.not())));
        }
    }

    private void tables() {
        for (CsvTable table : pack.tables()) {
            heading("##", "Table `" + table.name() + "`");
            row(table.columns());
            row(table.columns().stream().map(column -> "---").toList());
            for (Row row : table.rows()) {
                row(table.columns().stream().map(row::cell).toList());
            }
        }
    }

    private void rules() {
        Map<String, List<RuleInfo>> byFile = pack.rules().rules().stream()
                .collect(Collectors.groupingBy(RuleInfo::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, rules) -> {
            heading("##", "Rules in `" + file + "`");
            rules.forEach(this::rule);
        });
    }

    private void rule(RuleInfo rule) {
        heading("###", rule.name());
        if (!rule.doc().isEmpty()) {
            line(rule.doc());
            line("");
        }
        line("When:");
        line("");
        book.conditions(rule.name()).forEach(condition -> line("- `" + condition + "`"));
        line("");
        line("Then " + rule.makes().stream().map(PackDocument::made).collect(Collectors.joining(", "))
                + (rule.because() == null ? "" : ", because " + rule.because()) + ".");
    }

    private static String made(Made made) {
        return "`" + made.type()
                + made.arguments().stream()
                        .map(argument -> shown(argument.literal()))
                        .collect(Collectors.joining(", ", "( ", " )"))
                + "`";
    }

    private static String shown(@Nullable Object literal) {
        return switch (literal) {
            case null -> "…";
            case String words -> "\"" + words + "\"";
            case Enum<?> constant -> word(constant);
            default -> String.valueOf(literal);
        };
    }

    private static String word(Enum<?> constant) {
        return EnumWord.of(constant);
    }

    private void row(String... cells) {
        row(List.of(cells));
    }

    private void row(Collection<String> cells) {
        line(cells.stream().map(PackDocument::cell).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** A cell of a Markdown table is one line without a bar. */
    private static String cell(String words) {
        return words.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
