package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.regex.Pattern;

/** What an agent most likely is for, by its name, its description and its tools; the first that fits. */
enum DraftKind {
    SECURITY_REVIEW("security|vulnerab|pentest|penetration|owasp|audit.*secur", "Quality", "review"),
    CODE_REVIEW("review(er|s|ing)?\\b|critic|code-?quality", "Quality", "review"),
    TEST("\\btests?\\b|test(er|ing)|\\bqa\\b|quality-?assurance", "Quality", "test"),
    DOCUMENT("document|docs\\b|writer|readme|changelog|technical-?writ", "Documentation & Deployment", "document"),
    DEPLOY(
            "devops|deploy|release|kubernetes|docker|\\bci\\b|terraform|infrastructure|cloud|\\bsre\\b",
            "Documentation & Deployment",
            "deploy"),
    PLAN("architect|planner|planning|research|analyst|requirements|product|strateg|designer", "Planning", "plan"),
    BUILD(".", "Implementation", "implement");

    private final Pattern words;
    private final String phase;
    private final String purpose;

    DraftKind(String words, String phase, String purpose) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.phase = phase;
        this.purpose = purpose;
    }

    String phase() {
        return phase;
    }

    String purpose() {
        return purpose;
    }

    boolean reviews() {
        return purpose.equals("review");
    }

    /** A name says more than a description, in which an agent also tells what others do, and more than its folder's. */
    static DraftKind of(AgentFile agent) {
        DraftKind named = first(TellingWords.shortName(agent));
        if (named != BUILD || writes(agent)) {
            return named;
        }
        return first(firstSentence(agent));
    }

    private static DraftKind first(String text) {
        for (DraftKind kind : values()) {
            if (kind.words.matcher(text.isEmpty() ? "x" : text).find()) {
                return kind;
            }
        }
        return BUILD;
    }

    /** Whoever may change files is no mere reviewer or planner. */
    private static boolean writes(AgentFile agent) {
        return agent.allTools()
                || agent.tools().stream().anyMatch(tool -> tool.startsWith("Write") || tool.startsWith("Edit"));
    }

    static String firstSentence(AgentFile agent) {
        String text = agent.description().replace("\\n", "\n").strip();
        String line = text.lines().findFirst().orElse("");
        int end = line.indexOf(". ");
        String sentence = end > 0 ? line.substring(0, end + 1) : line;
        return sentence.isBlank() ? agent.name() : sentence;
    }
}
