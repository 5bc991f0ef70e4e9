package dev.muster.policy.drl.syntax;

import dev.muster.limit.Allowance;
import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts a text into tokens. Comments are left out; a documentation comment is kept for the token behind it. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("!.", "==", "!=", "<=", ">=", "&&", "||", "->", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=");

    private static final String SINGLE_SYMBOLS = "()[]{}<>=!?:;,.+-*/%&|^~@#";
    private static final List<String> TEXTS_OF_SINGLE = List.of(SINGLE_SYMBOLS.split(""));

    /** With what becomes of one in the tree. */
    private static final int BYTES_OF_A_TOKEN = 100;

    private final Allowance allowance = Allowance.current();
    private final String text;
    private final SyntaxFaults faults;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Integer, String> docs = new HashMap<>();
    private int at;
    private boolean lineIsBlank = true;
    private String doc = "";

    private Lexer(String text, SyntaxFaults faults) {
        this.text = text;
        this.faults = faults;
    }

    /**
     * The tokens of a text.
     *
     * @param docs documentation comments by the offset of the token behind them
     */
    record Result(List<Token> tokens, Map<Integer, String> docs) {}

    static Result read(SourceText source, SyntaxFaults faults) {
        Lexer lexer = new Lexer(source.text(), faults);
        if (source.text().startsWith("\uFEFF")) {
            lexer.at = 1;
        }
        try {
            while (lexer.at < lexer.text.length()) {
                lexer.allowance.tick();
                lexer.next();
            }
        } catch (OverLimitException e) {
            throw faults.stopped(lexer.at, e);
        }
        lexer.tokens.add(new Token(Kind.END, "", lexer.text.length(), lexer.text.length(), true));
        return new Result(lexer.tokens, lexer.docs);
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            lineIsBlank = true;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '/' && follows('/')) {
            skipLine();
        } else if (c == '/' && follows('*')) {
            comment();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (Character.isDigit(c)) {
            number();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            symbol(c);
        }
    }

    private boolean follows(char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            faults.add(at, "this comment is not closed: \"*/\" is missing");
            at = text.length();
            return;
        }
        if (text.startsWith("/**", at) && end > at + 2) {
            doc = DocComment.text(text.substring(at + 3, end));
        }
        at = end + 2;
    }

    private void string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                add(Kind.STRING, value.toString(), start);
                return;
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
                at++;
            }
        }
        faults.add(start, "this text is not closed: a " + quote + " is missing at its end");
        add(Kind.STRING, value.toString(), start);
    }

    private void escape(StringBuilder value) {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        int plain = "ntrbf\\\"'0".indexOf(c);
        if (plain >= 0) {
            value.append("\n\t\r\b\f\\\"'\0".charAt(plain));
            at += 2;
        } else if (c == 'u' && isUnicode(at + 2)) {
            value.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
            at += 6;
        } else if (c == '\n' || c == '\r') {
            at++;
        } else {
            faults.add(at, "\"\\" + c + "\" is not an escape: for a backslash write \"\\\\\"");
            at += 2;
        }
    }

    private boolean isUnicode(int from) {
        return from + 4 <= text.length() && text.substring(from, from + 4).matches("[0-9a-fA-F]{4}");
    }

    private void number() {
        int start = at;
        boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
        at += hex ? 2 : 0;
        boolean decimal = false;
        while (at < text.length() && (hex ? isHex() : Character.isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (!hex && at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
            decimal = true;
            at++;
            digits();
        }
        if (!hex && at < text.length() && "eE".indexOf(text.charAt(at)) >= 0 && exponentFollows()) {
            decimal = true;
            at += 2;
            digits();
        }
        ending(start, decimal, hex);
    }

    private boolean isHex() {
        return Character.digit(text.charAt(at), 16) >= 0;
    }

    private boolean exponentFollows() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean signed = (c == '-' || c == '+') && at + 2 < text.length() && Character.isDigit(text.charAt(at + 2));
        return Character.isDigit(c) || signed;
    }

    private void digits() {
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private void ending(int start, boolean decimal, boolean hex) {
        String digits = text.substring(start, at).replace("_", "");
        int suffixAt = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String suffix = text.substring(suffixAt, at);
        switch (suffix) {
            case "" -> add(decimal ? Kind.DECIMAL : Kind.INTEGER, digits, start);
            case "l", "L" -> add(Kind.LONG, digits, start);
            case "d", "D", "f", "F" -> add(hex ? Kind.INTEGER : Kind.DECIMAL, digits, start);
            default -> {
                faults.add(start, "\"" + text.substring(start, at) + "\" is not a number: write 1, 1L or 1.5");
                add(Kind.INTEGER, "0", start);
            }
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Kind.WORD, text.substring(start, at), start);
    }

    private void symbol(char c) {
        int start = at;
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                add(Kind.SYMBOL, symbol, start);
                return;
            }
        }
        at++;
        int single = SINGLE_SYMBOLS.indexOf(c);
        if (single >= 0) {
            add(Kind.SYMBOL, TEXTS_OF_SINGLE.get(single), start);
            return;
        }
        while (at < text.length() && isStrange(text.charAt(at))) {
            at++;
        }
        faults.add(
                start,
                "\"" + text.substring(start, Math.min(at, start + 20)) + "\" has no meaning in a rule: remove it");
    }

    private static boolean isStrange(char c) {
        return !Character.isWhitespace(c) && !Character.isJavaIdentifierStart(c) && (c > 127 || c < 32);
    }

    private void add(Kind kind, String value, int start) {
        if (!doc.isEmpty()) {
            docs.put(start, doc);
            doc = "";
        }
        allowance.holds(BYTES_OF_A_TOKEN);
        tokens.add(new Token(kind, value, start, at, lineIsBlank));
        lineIsBlank = false;
    }
}
