package dev.muster.policy.drl.syntax;

import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions, by precedence climbing. The order of DRL, from the loosest: {@code ?:}, {@code ||}, {@code &&},
 * {@code == !=}, {@code in}, the other comparisons, {@code + -}, {@code * / %}, signs and {@code !}, members.
 */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
    private static final Set<String> WORD_OPERATORS =
            Set.of("contains", "memberOf", "matches", "str", "soundslike", "excludes");
    private static final Set<String> TIME_OPERATORS = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finishes",
            "finishedby",
            "includes",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby");

    private final TokenCursor tokens;
    /** In the middle of {@code a ? b : c} a colon ends b, so it labels nothing. */
    private int labelsForbidden;

    ExpressionParser(TokenCursor tokens) {
        this.tokens = tokens;
    }

    Expr expression() {
        tokens.enter();
        Expr test = or();
        Expr result = tokens.isSymbol("?") ? conditional(test) : test;
        tokens.leave();
        return result;
    }

    private Expr conditional(Expr test) {
        int at = tokens.next().start();
        labelsForbidden++;
        Expr yes = expression();
        labelsForbidden--;
        tokens.expectSymbol(":", "between the two results of \"?\"");
        return new Expr.Conditional(at, test, yes, expression());
    }

    private Expr or() {
        Expr left = and();
        while (tokens.isSymbol("||")) {
            int at = tokens.next().start();
            tokens.operator();
            Expr right = startsHalf() ? andHalf(operandOf(left, at)) : and();
            left = new Expr.Logical(at, false, left, right);
        }
        return left;
    }

    private Expr and() {
        Expr left = equality();
        while (tokens.isSymbol("&&")) {
            int at = tokens.next().start();
            tokens.operator();
            Expr right = startsHalf() ? half(operandOf(left, at)) : equality();
            left = new Expr.Logical(at, true, left, right);
        }
        return left;
    }

    /** {@code == "b" && != "c"} behind {@code name == "a" ||}: the left side is left out. */
    private Expr andHalf(Expr operand) {
        Expr left = half(operand);
        while (tokens.isSymbol("&&") && startsHalf(1)) {
            int at = tokens.next().start();
            left = new Expr.Logical(at, true, left, half(operand));
        }
        return left;
    }

    private Expr half(Expr operand) {
        Token operator = tokens.peek();
        if (operator.isSymbol("(")) {
            tokens.next();
            Expr inner = combined(operand);
            tokens.expectSymbol(")", "behind the comparisons");
            return inner;
        }
        if (isEquality(operator)) {
            tokens.next();
            return new Expr.Relation(operator.start(), operator.text(), false, null, operand, relational());
        }
        return relations(operand);
    }

    /** {@code age ( > 3 && < 10 )}: several comparisons of one left side. */
    private Expr combined(Expr operand) {
        Expr left = andHalf(operand);
        while (tokens.isSymbol("||")) {
            int at = tokens.next().start();
            left = new Expr.Logical(at, false, left, andHalf(operand));
        }
        return left;
    }

    private static Expr operandOf(Expr left, int at) {
        return switch (left) {
            case Expr.Relation relation -> relation.left();
            case Expr.In in -> in.left();
            case Expr.Logical logical -> operandOf(logical.right(), at);
            case Expr.Bind bind -> operandOf(bind.value(), at);
            default -> throw new SyntaxError(at, "the left side is missing behind this operator");
        };
    }

    private boolean startsHalf() {
        return startsHalf(0);
    }

    private boolean startsHalf(int ahead) {
        Token token = tokens.peek(ahead);
        if (isEquality(token) || COMPARISONS.contains(token.text()) && token.kind() == Kind.SYMBOL) {
            return true;
        }
        return isWordOperator(ahead) && !opensCallOrMember(ahead + 1);
    }

    private boolean opensCallOrMember(int ahead) {
        Token token = tokens.peek(ahead);
        boolean in = tokens.peek(ahead - 1).isWord("in");
        return token.isSymbol(".") || token.isSymbol("(") && !in || isEquality(token) || token.isSymbol(",");
    }

    private Expr equality() {
        Expr left = relational();
        while (isEquality(tokens.peek())) {
            Token operator = tokens.next();
            tokens.operator();
            left = new Expr.Relation(operator.start(), operator.text(), false, null, left, relational());
        }
        if (tokens.isWord("instanceof")) {
            throw new SyntaxError(
                    tokens.peek().start(), "\"instanceof\" is not supported: write a pattern of that type instead");
        }
        return left;
    }

    private static boolean isEquality(Token token) {
        return token.isSymbol("==") || token.isSymbol("!=");
    }

    private Expr relational() {
        Expr left = additive();
        if (tokens.isSymbol("(") && startsHalf(1)) {
            return half(left);
        }
        return relations(left);
    }

    private Expr relations(Expr operand) {
        Expr left = operand;
        while (true) {
            Token token = tokens.peek();
            tokens.operator();
            if (token.kind() == Kind.SYMBOL && COMPARISONS.contains(token.text())) {
                tokens.next();
                left = new Expr.Relation(token.start(), token.text(), false, null, left, additive());
            } else if (isWordOperator(0)) {
                left = wordOperator(left);
            } else {
                return left;
            }
        }
    }

    private boolean isWordOperator(int ahead) {
        Token token = tokens.peek(ahead);
        if (token.isWord("not")) {
            token = tokens.peek(ahead + 1);
        }
        return token.kind() == Kind.WORD
                && (token.text().equals("in")
                        || WORD_OPERATORS.contains(token.text())
                        || TIME_OPERATORS.contains(token.text()));
    }

    private Expr wordOperator(Expr left) {
        int at = tokens.peek().start();
        boolean negated = tokens.takeWord("not");
        Token operator = tokens.next();
        if (TIME_OPERATORS.contains(operator.text()) || operator.text().equals("soundslike")) {
            throw new SyntaxError(
                    operator.start(),
                    "the operator \"" + operator.text() + "\" is not supported: compare with <, <=, >, >= or ==");
        }
        if (operator.text().equals("excludes")) {
            throw new SyntaxError(operator.start(), "\"excludes\" is not supported: write \"not contains\"");
        }
        if (operator.text().equals("in")) {
            return new Expr.In(at, negated, left, options());
        }
        String parameter = tokens.isSymbol("[") ? parameter() : null;
        return new Expr.Relation(at, operator.text(), negated, parameter, left, additive());
    }

    private String parameter() {
        tokens.next();
        String parameter = tokens.expectWord("a word such as startsWith").text();
        tokens.expectSymbol("]", "behind \"" + parameter + "\"");
        return parameter;
    }

    private List<Expr> options() {
        tokens.expectSymbol("(", "behind \"in\"");
        if (tokens.isSymbol(")")) {
            throw new SyntaxError(tokens.peek().start(), "at least one value must stand in \"in ( … )\"");
        }
        return list(")");
    }

    /** Expressions parted by commas up to a closing symbol, which is taken too. */
    List<Expr> list(String close) {
        int forbidden = labelsForbidden;
        labelsForbidden = 0;
        List<Expr> items = new ArrayList<>();
        while (!tokens.isSymbol(close)) {
            items.add(expression());
            if (!tokens.takeSymbol(",")) {
                break;
            }
        }
        labelsForbidden = forbidden;
        if (tokens.isSymbol("->")) {
            throw new SyntaxError(tokens.peek().start(), "\"->\" is not supported: write \"for (var x : list) { … }\"");
        }
        tokens.expectSymbol(close, "to close the list");
        return List.copyOf(items);
    }

    private Expr additive() {
        Expr left = multiplicative();
        while (tokens.isSymbol("+") || tokens.isSymbol("-")) {
            Token operator = tokens.next();
            tokens.operator();
            left = new Expr.Arithmetic(operator.start(), operator.text(), left, multiplicative());
        }
        return left;
    }

    private Expr multiplicative() {
        Expr left = unary();
        while (tokens.isSymbol("*") || tokens.isSymbol("/") || tokens.isSymbol("%")) {
            Token operator = tokens.next();
            tokens.operator();
            left = new Expr.Arithmetic(operator.start(), operator.text(), left, unary());
        }
        return left;
    }

    private Expr unary() {
        Token token = tokens.peek();
        if (token.isSymbol("!") || token.isSymbol("-") || token.isSymbol("+")) {
            tokens.next();
            tokens.enter();
            Expr operand = unary();
            tokens.leave();
            return new Expr.Unary(token.start(), token.text(), operand);
        }
        if (isLabel()) {
            return bind();
        }
        return members(primary());
    }

    private boolean isLabel() {
        boolean unify = tokens.peek(1).isSymbol(":=");
        return tokens.peek().kind() == Kind.WORD && (unify || tokens.peek(1).isSymbol(":") && labelsForbidden == 0);
    }

    private Expr bind() {
        Token name = tokens.next();
        boolean unify = tokens.next().isSymbol(":=");
        tokens.enter();
        Expr value = equality();
        tokens.leave();
        return new Expr.Bind(name.start(), name.text(), unify, value);
    }

    private Expr members(Expr start) {
        Expr target = start;
        while (true) {
            Token token = tokens.peek();
            if (token.isSymbol(".") || token.isSymbol("!.")) {
                tokens.operator();
                tokens.next();
                target = member(target, token.isSymbol("!."));
            } else if (token.isSymbol("[")) {
                tokens.next();
                tokens.operator();
                if (tokens.isSymbol("]")) {
                    throw new SyntaxError(token.start(), "arrays are not supported: write a list, [ \"a\", \"b\" ]");
                }
                Expr index = expression();
                tokens.expectSymbol("]", "behind the index");
                target = new Expr.Index(token.start(), target, index);
            } else if (token.isSymbol("#")) {
                throw new SyntaxError(
                        token.start(), "the inline cast \"#\" is not supported: write a pattern of that type instead");
            } else {
                return target;
            }
        }
    }

    private Expr member(Expr target, boolean nullSafe) {
        if (tokens.isSymbol("(")) {
            throw new SyntaxError(
                    tokens.peek().start(),
                    "several constraints behind one \".(\" are not supported: write each with its whole name");
        }
        Token name = tokens.expectWord("the name of a property or method behind \".\"");
        if (tokens.isSymbol("(") && !startsHalf(1)) {
            tokens.next();
            return new Expr.Call(name.start(), target, name.text(), list(")"), nullSafe);
        }
        return new Expr.Member(name.start(), target, name.text(), nullSafe);
    }

    private Expr primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case STRING -> new Expr.Literal(token.start(), token.text());
            case INTEGER, LONG, DECIMAL -> Numbers.literal(token);
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw new SyntaxError(token.start(), "an expression is missing at the end of the file");
        };
    }

    private Expr symbol(Token token) {
        if (token.text().equals("(")) {
            int forbidden = labelsForbidden;
            labelsForbidden = 0;
            Expr inner = expression();
            labelsForbidden = forbidden;
            tokens.expectSymbol(")", "to close \"(\"");
            refuseCast(inner, token);
            return new Expr.Enclosed(token.start(), inner);
        }
        if (token.text().equals("[")) {
            return new Expr.ListOf(token.start(), list("]"));
        }
        if (token.text().equals("/")) {
            throw new SyntaxError(
                    token.start(), "paths that begin with \"/\" (OOPath) are not supported: write \"Type() from …\"");
        }
        throw new SyntaxError(token.start(), "an expression is missing here; found " + token.shown());
    }

    private void refuseCast(Expr inner, Token open) {
        Token after = tokens.peek();
        boolean operand = after.kind() == Kind.STRING || after.kind() == Kind.WORD && !isOperatorWord(after);
        if (inner instanceof Expr.Name && operand && !after.firstOnLine()) {
            throw new SyntaxError(
                    open.start(), "casts are not supported: leave \"(…)\" out, values are converted as needed");
        }
    }

    private boolean isOperatorWord(Token word) {
        return isWordOperator(0)
                || Set.of("instanceof", "and", "or", "over", "from", "then").contains(word.text());
    }

    private Expr word(Token word) {
        return switch (word.text()) {
            case "true" -> new Expr.Literal(word.start(), true);
            case "false" -> new Expr.Literal(word.start(), false);
            case "null" -> new Expr.Literal(word.start(), null);
            case "this" -> new Expr.This(word.start());
            case "new" -> construction(word);
            default -> {
                if (word.text().equals("eval") && tokens.isSymbol("(")) {
                    yield symbol(tokens.next());
                }
                if (tokens.isSymbol("(") && !startsHalf(1)) {
                    tokens.next();
                    yield new Expr.Call(word.start(), null, word.text(), list(")"), false);
                }
                yield new Expr.Name(word.start(), word.text());
            }
        };
    }

    private Expr construction(Token word) {
        String type = TypeNames.qualified(tokens, "the name of a type behind \"new\"");
        TypeNames.skipTypeArguments(tokens);
        if (tokens.isSymbol("[")) {
            throw new SyntaxError(word.start(), "arrays are not supported: write a list, [ \"a\", \"b\" ]");
        }
        tokens.expectSymbol("(", "behind \"new " + type + "\"");
        Expr made = new Expr.New(word.start(), type, list(")"));
        if (tokens.isSymbol("{")) {
            throw new SyntaxError(tokens.peek().start(), "classes cannot be written in a rule");
        }
        return made;
    }

    /** The label before a pattern or a function, such as {@code $x :}, or null. */
    @Nullable
    Token label() {
        boolean labelled = tokens.peek().kind() == Kind.WORD
                && (tokens.peek(1).isSymbol(":") || tokens.peek(1).isSymbol(":="));
        return labelled ? tokens.next() : null;
    }
}
