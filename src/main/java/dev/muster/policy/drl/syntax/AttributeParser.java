package dev.muster.policy.drl.syntax;

import dev.muster.policy.drl.syntax.RuleTree.Annotation;
import dev.muster.policy.drl.syntax.RuleTree.Attribute;
import dev.muster.policy.drl.syntax.RuleTree.Entry;
import dev.muster.policy.drl.syntax.Token.Kind;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between a rule's name and its conditions. */
final class AttributeParser {
    private static final Set<String> NAMES = Set.of(
            "salience",
            "no-loop",
            "lock-on-active",
            "enabled",
            "ruleflow-group",
            "activation-group",
            "auto-focus",
            "dialect",
            "agenda-group",
            "timer",
            "duration",
            "calendars",
            "date-effective",
            "date-expires");

    private final TokenCursor tokens;
    private final ExpressionParser expressions;
    private final String text;

    AttributeParser(TokenCursor tokens, ExpressionParser expressions, String text) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.text = text;
    }

    boolean isAttribute() {
        return NAMES.contains(peekName());
    }

    /** {@code no-loop} is three tokens without blanks. */
    private String peekName() {
        StringBuilder name = new StringBuilder(tokens.peek().text());
        for (int ahead = 1; isDash(ahead); ahead += 2) {
            name.append('-').append(tokens.peek(ahead + 1).text());
        }
        return tokens.peek().kind() == Kind.WORD ? name.toString() : "";
    }

    private boolean isDash(int ahead) {
        Token dash = tokens.peek(ahead);
        Token word = tokens.peek(ahead + 1);
        return dash.isSymbol("-")
                && word.kind() == Kind.WORD
                && dash.start() == tokens.peek(ahead - 1).end()
                && word.start() == dash.end();
    }

    Attribute attribute() {
        String name = peekName();
        int at = tokens.next().start();
        while (tokens.isSymbol("-") && tokens.lastEnd() < at + name.length()) {
            tokens.next();
            tokens.next();
        }
        if (!NAMES.contains(name)) {
            throw new SyntaxError(at, "\"" + name + "\" is not known before \"when\"." + Nearest.hint(name, hints()));
        }
        return new Attribute(at, name, value());
    }

    private static List<String> hints() {
        List<String> hints = new ArrayList<>(NAMES);
        hints.add("when");
        hints.add("extends");
        return hints;
    }

    private @Nullable Expr value() {
        Token next = tokens.peek();
        boolean none = next.kind() == Kind.END
                || next.isSymbol(",")
                || next.isSymbol("@")
                || next.isWord("when")
                || next.isWord("then")
                || isAttribute();
        return none ? null : expressions.expression();
    }

    Annotation annotation() {
        int at = tokens.next().start();
        String name = TypeNames.qualified(tokens, "the name of an annotation behind \"@\"");
        List<Entry> entries = new ArrayList<>();
        if (tokens.takeSymbol("(")) {
            while (!tokens.isSymbol(")")) {
                entries.add(entry());
                if (!tokens.takeSymbol(",")) {
                    break;
                }
            }
            tokens.expectSymbol(")", "to close \"@" + name + "\"");
        }
        return new Annotation(at, name, List.copyOf(entries));
    }

    private Entry entry() {
        Token first = tokens.peek();
        String key = "value";
        if (first.kind() == Kind.WORD && tokens.peek(1).isSymbol("=")) {
            key = tokens.next().text();
            tokens.next();
        }
        return new Entry(first.start(), key, entryValue());
    }

    /** A text, or whatever is written up to the next comma or bracket, as it is written. */
    private String entryValue() {
        Token first = tokens.peek();
        boolean text = first.kind() == Kind.STRING
                && (tokens.peek(1).isSymbol(")") || tokens.peek(1).isSymbol(","));
        if (text) {
            return tokens.next().text();
        }
        int open = 0;
        while (!tokens.done() && !(open == 0 && (tokens.isSymbol(",") || tokens.isSymbol(")")))) {
            open += tokens.isSymbol("(") || tokens.isSymbol("[") ? 1 : 0;
            open -= tokens.isSymbol(")") || tokens.isSymbol("]") ? 1 : 0;
            if (tokens.isWord("when") || tokens.isWord("then")) {
                throw new SyntaxError(first.start(), "\")\" is missing behind this annotation's value");
            }
            tokens.next();
        }
        return this.text.substring(first.start(), Math.max(first.start(), tokens.lastEnd()));
    }
}
