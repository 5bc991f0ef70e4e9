package dev.muster.plan.rendering;

import dev.muster.fact.Evidence;
import dev.muster.plan.Because;
import dev.muster.plan.Evidences;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry is there: in one line for whoever reads the plan, or with every rule, fact and word for whoever doubts it.
 */
record MarkdownReasons(MarkdownPage page, boolean full) {
    private static final int REASONS_IN_BRIEF = 2;
    private static final int WORDS_IN_BRIEF = 3;
    private static final int LONGEST_WORDS = 60;

    /** An entry that is a sentence, with its reasons below it. */
    void entry(String words, String said, List<Because> because) {
        page.item(words, () -> below(said, because));
    }

    /** An entry that is a name, with its reason behind it. */
    void named(String name, List<Because> because) {
        if (full || because.isEmpty()) {
            page.item(name, () -> list(because));
        } else {
            page.item(name + ": " + brief("", because));
        }
    }

    /** Reasons under an item that was just begun. */
    void below(String said, List<Because> because) {
        if (full) {
            list(because);
        } else if (!because.isEmpty()) {
            page.more("Why: " + brief(said, because));
        }
    }

    /** The reason that several entries share word for word, if they do: said once, it need not be read ten times. */
    @Nullable
    String shared(Stream<String> reasons) {
        List<String> all = reasons.toList();
        boolean same = !full && all.size() > 1 && all.stream().distinct().count() == 1;
        return same && !all.getFirst().isEmpty() ? all.getFirst() : null;
    }

    /** The most telling reasons, each with the words it rests on, but for those that the entry itself says. */
    String brief(String said, List<Because> because) {
        List<Because> telling = telling(because);
        Set<String> quoted = new HashSet<>();
        return texts(telling)
                .map(text -> text + words(said, telling, text, quoted))
                .collect(Collectors.joining("; "));
    }

    /** The most telling reasons without the words they rest on. */
    String withoutWords(List<Because> because) {
        return texts(telling(because)).collect(Collectors.joining("; "));
    }

    private static Stream<String> texts(List<Because> telling) {
        return telling.stream().map(MarkdownReasons::sentence).distinct().limit(REASONS_IN_BRIEF);
    }

    /** What rests on words of the task tells most; a row of a table only says again what the entry says. */
    private static List<Because> telling(List<Because> because) {
        List<Because> rules =
                because.stream().filter(b -> !b.file().endsWith(".csv")).toList();
        List<Because> worded =
                rules.stream().filter(b -> !b.evidence().isEmpty()).toList();
        return !worded.isEmpty() ? worded : rules.isEmpty() ? because : rules;
    }

    private static String sentence(Because because) {
        String text = MarkdownText.flat(because.text().isBlank() ? because.rule() : because.text());
        return MarkdownText.inline(
                text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text);
    }

    private static String words(String said, List<Because> because, String text, Set<String> quoted) {
        String lowSaid = MarkdownText.flat(said).toLowerCase(Locale.ROOT);
        List<String> words = because.stream()
                .filter(b -> sentence(b).equals(text))
                .flatMap(b -> b.evidence().stream())
                .sorted(Evidences.IN_TEXT_ORDER)
                .map(e -> MarkdownText.flat(e.text()))
                .filter(w -> !lowSaid.contains(w.toLowerCase(Locale.ROOT)) && quoted.add(w.toLowerCase(Locale.ROOT)))
                .toList();
        String rest = words.size() > WORDS_IN_BRIEF ? ", …" : "";
        return words.isEmpty()
                ? ""
                : words.stream()
                        .limit(WORDS_IN_BRIEF)
                        .map(MarkdownReasons::quoted)
                        .collect(Collectors.joining(", ", " (", rest + ")"));
    }

    private static String quoted(String words) {
        return '"' + MarkdownText.inline(MarkdownText.cut(words, LONGEST_WORDS)) + '"';
    }

    /** Every reason with its place, the facts that its rule matched and the words with their offsets. */
    void list(List<Because> because) {
        because.forEach(reason -> page.item(place(reason), () -> detail(reason)));
    }

    private static String place(Because reason) {
        String rule = MarkdownText.inline(reason.rule());
        String text = MarkdownText.inline(reason.text());
        return MarkdownText.code(reason.file() + ":" + reason.line()) + " " + rule
                + (text.isEmpty() || text.equals(rule) ? "" : ": " + text);
    }

    private void detail(Because reason) {
        if (!reason.facts().isEmpty()) {
            page.item("facts: "
                    + reason.facts().stream().map(MarkdownText::inline).collect(Collectors.joining("; ")));
        }
        if (!reason.evidence().isEmpty()) {
            page.item("words: "
                    + reason.evidence().stream().map(MarkdownReasons::located).collect(Collectors.joining(", ")));
        }
    }

    private static String located(Evidence words) {
        return quoted(words.text()) + " (" + words.in() + " " + words.start() + "–" + words.end() + ")";
    }
}
