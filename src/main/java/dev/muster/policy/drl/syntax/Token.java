package dev.muster.policy.drl.syntax;

/**
 * A word, a value or a symbol of the text.
 *
 * @param text as written; for a string its value
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param firstOnLine whether only blanks stand before it on its line
 */
record Token(Kind kind, String text, int start, int end, boolean firstOnLine) {
    enum Kind {
        WORD,
        STRING,
        INTEGER,
        LONG,
        DECIMAL,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "the text \"" + shortened() + "\"";
            default -> "\"" + shortened() + "\"";
        };
    }

    private String shortened() {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
