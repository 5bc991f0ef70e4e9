package dev.muster.plan;

import dev.muster.fact.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
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
    String shared(List<Plan.Worded> entries) {
        List<String> reasons = entries.stream()
                .map(entry -> entry.because().isEmpty() ? "" : brief(entry.text(), entry.because()))
                .distinct()
                .toList();
        boolean same = !full && entries.size() > 1 && reasons.size() == 1;
        return same && !reasons.getFirst().isEmpty() ? reasons.getFirst() : null;
    }

    /** The reasons that rest on words of the task come first; words that the entry itself says are not repeated. */
    String brief(String said, List<Because> because) {
        List<Because> telling =
                because.stream().filter(b -> !b.evidence().isEmpty()).toList();
        List<Because> chosen = telling.isEmpty() ? because : telling;
        List<String> texts = chosen.stream()
                .map(b -> sentence(b.text().isBlank() ? b.rule() : b.text()))
                .distinct()
                .limit(REASONS_IN_BRIEF)
                .toList();
        List<Because> shown = chosen.stream()
                .filter(b -> texts.contains(sentence(b.text().isBlank() ? b.rule() : b.text())))
                .toList();
        String words = words(said, shown);
        return String.join("; ", texts) + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private static String sentence(String text) {
        String flat = MarkdownText.flat(text);
        return MarkdownText.inline(flat.endsWith(".") ? flat.substring(0, flat.length() - 1) : flat);
    }

    private static String words(String said, List<Because> because) {
        String lowSaid = MarkdownText.flat(said).toLowerCase(Locale.ROOT);
        TreeMap<String, String> seen = new TreeMap<>();
        List<String> words = because.stream()
                .flatMap(b -> b.evidence().stream())
                .sorted(Evidences.IN_TEXT_ORDER)
                .map(e -> MarkdownText.flat(e.text()))
                .filter(w -> !lowSaid.contains(w.toLowerCase(Locale.ROOT)))
                .filter(w -> seen.put(w.toLowerCase(Locale.ROOT), w) == null)
                .toList();
        Stream<String> quoted = words.stream().limit(WORDS_IN_BRIEF).map(MarkdownReasons::quoted);
        Stream<String> rest = words.size() > WORDS_IN_BRIEF ? Stream.of("…") : Stream.empty();
        return Stream.concat(quoted, rest).collect(Collectors.joining(", "));
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
