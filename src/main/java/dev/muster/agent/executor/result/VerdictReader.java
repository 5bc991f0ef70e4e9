package dev.muster.agent.executor.result;

import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Verdict;
import dev.muster.agent.executor.Verdict.Decision;
import dev.muster.plan.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a verdict. It asks for changes exactly where something must be fixed: a review that passes what must be fixed asks for
 * changes, and what a review asks to be changed without saying which of it, must all be fixed.
 */
final class VerdictReader {
    private static final int MAX_FINDINGS = 200;
    private static final int MAX_TEXT = 4_000;
    private static final Set<String> PASS =
            Set.of("pass", "passed", "passes", "approve", "approved", "accept", "accepted", "ok", "lgtm");
    private static final Set<String> CHANGES = Set.of(
            "changes",
            "change",
            "changesrequested",
            "requestchanges",
            "changesrequired",
            "needschanges",
            "needswork",
            "rework",
            "fail",
            "failed",
            "reject",
            "rejected");

    private VerdictReader() {}

    /** Whether this is a word for pass. */
    static boolean isPass(String key) {
        return PASS.contains(key);
    }

    /**
     * The verdict.
     *
     * @throws WrongField where it cannot be read; then nothing has passed
     */
    static Verdict read(TypedFields result) {
        String word = result.word("verdict", "");
        String key = Loosely.key(word);
        if (!isPass(key) && !CHANGES.contains(key)) {
            throw new WrongField("The verdict \"" + Excerpt.beginning(word, 60) + "\" is neither pass nor changes.");
        }
        boolean changes = CHANGES.contains(key);
        List<Finding> findings = new ArrayList<>();
        for (TypedFields.Item item : result.items("findings")) {
            findings.add(finding(item, changes));
        }
        if (changes && findings.isEmpty()) {
            String summary = result.word("summary", "").strip();
            if (summary.isEmpty()) {
                throw new WrongField("The review asks for changes and does not say which.");
            }
            findings.add(new Finding(Severity.MEDIUM, null, null, Excerpt.beginning(summary, MAX_TEXT), true));
        }
        return consistent(changes, findings);
    }

    /** Of too many findings those stay that must be fixed. */
    private static Verdict consistent(boolean changes, List<Finding> all) {
        List<Finding> findings = all.size() <= MAX_FINDINGS
                ? all
                : all.stream()
                        .sorted(Comparator.comparing(finding -> !finding.mustFix()))
                        .limit(MAX_FINDINGS)
                        .toList();
        if (findings.stream().anyMatch(Finding::mustFix)) {
            return new Verdict(Decision.CHANGES, findings);
        }
        return changes
                ? new Verdict(
                        Decision.CHANGES,
                        findings.stream().map(VerdictReader::mustBeFixed).toList())
                : new Verdict(Decision.PASS, findings);
    }

    private static Finding mustBeFixed(Finding finding) {
        return new Finding(finding.severity(), finding.file(), finding.line(), finding.text(), true);
    }

    private static Finding finding(TypedFields.Item item, boolean changes) {
        TypedFields fields = item.fields();
        String text = item.text();
        if (text != null) {
            return new Finding(Severity.MEDIUM, null, null, said(text), changes);
        }
        for (String name : List.of("text", "message", "description", "title", "issue")) {
            text = text == null || text.isBlank() ? fields.text(name) : text;
        }
        String file = fields.textOr("file", "").strip();
        return new Finding(
                severity(fields.word("severity", "medium")),
                file.isEmpty() ? null : Excerpt.beginning(file, 500),
                fields.line("line"),
                said(text),
                fields.flag("mustFix", changes));
    }

    private static String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new WrongField("A finding does not say what was found: its \"text\" is missing or empty.");
        }
        return cut(text);
    }

    private static String cut(String text) {
        return Excerpt.beginning(text.strip(), MAX_TEXT);
    }

    private static Severity severity(String word) {
        return switch (Loosely.key(word)) {
            case "high", "critical", "blocker", "blocking", "major", "severe", "error" -> Severity.HIGH;
            case "medium", "moderate", "normal", "warning" -> Severity.MEDIUM;
            case "low", "minor", "info", "note", "nit", "trivial", "suggestion" -> Severity.LOW;
            default ->
                throw new WrongField(
                        "\"severity\" has to be low, medium or high; found \"" + Excerpt.beginning(word, 60) + "\".");
        };
    }
}
