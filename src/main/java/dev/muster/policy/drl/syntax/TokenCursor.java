package dev.muster.policy.drl.syntax;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.List;

/** Walks over the tokens of a file. */
final class TokenCursor {
    private static final int DEEPEST = 150;
    private static final int MOST_OPERATORS = 300;

    private final Allowance allowance = Allowance.current();
    private final List<Token> tokens;
    private int index;
    private int depth;
    private int operators;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(index);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    Token next() {
        allowance.tick();
        Token token = tokens.get(index);
        if (index < tokens.size() - 1) {
            index++;
        }
        return token;
    }

    /** The end of the token before. */
    int lastEnd() {
        return index == 0 ? 0 : tokens.get(index - 1).end();
    }

    boolean done() {
        return peek().kind() == Kind.END;
    }

    boolean isWord(String word) {
        return peek().isWord(word);
    }

    boolean isSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean takeWord(String word) {
        if (isWord(word)) {
            next();
            return true;
        }
        return false;
    }

    boolean takeSymbol(String symbol) {
        if (isSymbol(symbol)) {
            next();
            return true;
        }
        return false;
    }

    Token expectSymbol(String symbol, String where) {
        if (!isSymbol(symbol)) {
            throw new SyntaxError(
                    peek().start(), "\"" + symbol + "\" is missing " + where + "; found " + peek().shown());
        }
        return next();
    }

    Token expectWord(String what) {
        if (peek().kind() != Kind.WORD) {
            throw new SyntaxError(peek().start(), what + " is missing; found " + peek().shown());
        }
        return next();
    }

    /** One level deeper; too deep a nesting would end in a stack overflow. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new SyntaxError(peek().start(), "nested more than " + DEEPEST + " deep: part it into several rules");
        }
    }

    void leave() {
        depth--;
    }

    void surface() {
        depth = 0;
        freshExpression();
    }

    void freshExpression() {
        operators = 0;
    }

    /** One more operator in an expression; a chain of too many would be as deep as a nesting. */
    void operator() {
        if (++operators > MOST_OPERATORS) {
            throw new SyntaxError(
                    peek().start(),
                    "more than " + MOST_OPERATORS + " operators in one expression: part it into several");
        }
    }

    int position() {
        return index;
    }
}
