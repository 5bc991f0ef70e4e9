package dev.muster.policy.draft;

/** Text of others within files that we write. */
final class QuotedText {
    private QuotedText() {}

    static String yaml(String text) {
        return "'" + flat(text).replace("'", "''") + "'";
    }

    static String csv(String text) {
        return "\"" + flat(text).replace("\"", "\"\"") + "\"";
    }

    static String flat(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
