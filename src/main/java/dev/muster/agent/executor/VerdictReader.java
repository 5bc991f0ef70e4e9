package dev.muster.agent.executor;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What came of reading. */
    sealed interface Read {}

    record Judged(Verdict verdict) implements Read {}

    record Unclear(String why) implements Read {}

    static Read read(JsonNode result) {
        String word = Loosely.text(result, "verdict");
        String key = Loosely.key(word);
        if (!PASS.contains(key) && !CHANGES.contains(key)) {
            return new Unclear("The verdict \"" + Excerpt.beginning(word, 60) + "\" is neither pass nor changes.");
        }
        List<Finding> findings = new ArrayList<>();
        boolean changes = CHANGES.contains(key);
        for (JsonNode item : Loosely.at(result, "findings")) {
            Finding finding = finding(item, changes);
            if (finding != null) {
                findings.add(finding);
            }
        }
        if (changes && findings.isEmpty()) {
            String summary = Loosely.text(result, "summary").strip();
            if (summary.isEmpty()) {
                return new Unclear("The review asks for changes and does not say which.");
            }
            findings.add(new Finding(Severity.MEDIUM, null, null, Excerpt.beginning(summary, MAX_TEXT), true));
        }
        return new Judged(consistent(changes, findings));
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

    private static @Nullable Finding finding(JsonNode item, boolean changes) {
        if (item.isTextual()) {
            return item.textValue().isBlank()
                    ? null
                    : new Finding(Severity.MEDIUM, null, null, cut(item.textValue()), changes);
        }
        String text = "";
        for (String name : List.of("text", "message", "description", "title", "issue")) {
            text = text.isBlank() ? Loosely.text(item, name) : text;
        }
        if (text.isBlank()) {
            return null;
        }
        String file = Loosely.text(item, "file").strip();
        return new Finding(
                severity(Loosely.key(Loosely.text(item, "severity"))),
                file.isEmpty() ? null : Excerpt.beginning(file, 500),
                line(Loosely.text(item, "line")),
                cut(text),
                mustFix(Loosely.text(item, "mustFix"), changes));
    }

    private static String cut(String text) {
        return Excerpt.beginning(text.strip(), MAX_TEXT);
    }

    private static boolean mustFix(String word, boolean changes) {
        return switch (Loosely.key(word)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> changes;
        };
    }

    /** Also the first of {@code 12-18}. */
    private static @Nullable Integer line(String text) {
        String digits = text.strip().replaceFirst("^[Ll]?(\\d{1,9})\\b.*$", "$1");
        return digits.matches("[1-9]\\d{0,8}") ? Integer.valueOf(digits) : null;
    }

    private static Severity severity(String key) {
        return switch (key) {
            case "high", "critical", "blocker", "blocking", "major", "severe", "error" -> Severity.HIGH;
            case "low", "minor", "info", "note", "nit", "trivial", "suggestion" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }
}
