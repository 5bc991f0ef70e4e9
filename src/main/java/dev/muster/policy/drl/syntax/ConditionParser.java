package dev.muster.policy.drl.syntax;

import dev.muster.policy.drl.syntax.Condition.Constraint;
import dev.muster.policy.drl.syntax.Condition.Label;
import dev.muster.policy.drl.syntax.Condition.Source;
import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule or a query. */
final class ConditionParser {
    /** What stands side by side, as deep nesting does, takes a stack of its own or the square of its number. */
    private static final int MOST_CONSTRAINTS = 500;

    private static final int MOST_FUNCTIONS = 100;

    private final TokenCursor tokens;
    private final ExpressionParser expressions;
    private final SyntaxFaults faults;
    private final String text;

    ConditionParser(TokenCursor tokens, ExpressionParser expressions, SyntaxFaults faults, String text) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.faults = faults;
        this.text = text;
    }

    /** Conditions up to {@code then} or {@code end}, which stays. */
    Condition.And untilThen() {
        int at = tokens.peek().start();
        List<Condition> parts = new ArrayList<>();
        while (!atEnd()) {
            int before = tokens.position();
            try {
                tokens.surface();
                if (!tokens.takeSymbol(";")) {
                    parts.add(or());
                }
            } catch (SyntaxError error) {
                faults.add(error);
                skipToThen(before);
            }
        }
        return new Condition.And(at, List.copyOf(parts));
    }

    private boolean atEnd() {
        return tokens.done() || tokens.isWord("then") || tokens.isWord("end") || RuleParser.startsRule(tokens);
    }

    private void skipToThen(int before) {
        if (tokens.position() == before) {
            tokens.next();
        }
        while (!tokens.done()
                && !tokens.isWord("then")
                && !RuleParser.startsRule(tokens)
                && !(tokens.isWord("end") && tokens.peek().firstOnLine())) {
            tokens.next();
        }
    }

    private Condition or() {
        tokens.enter();
        Condition first = and();
        if (isOr()) {
            List<Condition> branches = new ArrayList<>(List.of(first));
            while (isOr()) {
                tokens.next();
                branches.add(and());
            }
            first = new Condition.Or(first.at(), List.copyOf(branches));
        }
        tokens.leave();
        return first;
    }

    private boolean isOr() {
        return tokens.isWord("or") || tokens.isSymbol("||");
    }

    private boolean isAnd() {
        return tokens.isWord("and") || tokens.isSymbol("&&");
    }

    private Condition and() {
        Condition first = unary();
        if (!isAnd()) {
            return first;
        }
        List<Condition> parts = new ArrayList<>(List.of(first));
        while (isAnd()) {
            tokens.next();
            parts.add(unary());
        }
        return new Condition.And(first.at(), List.copyOf(parts));
    }

    private Condition unary() {
        Token token = tokens.peek();
        if (token.isSymbol("(")) {
            return group();
        }
        boolean keyword = !tokens.peek(1).isSymbol(":") && !tokens.peek(1).isSymbol(":=");
        return token.kind() == Kind.WORD && keyword ? keyword(token) : match();
    }

    private Condition keyword(Token token) {
        return switch (token.text()) {
            case "not" -> new Condition.Not(tokens.next().start(), inner());
            case "exists" -> new Condition.Exists(tokens.next().start(), inner());
            case "forall" -> forAll();
            case "eval" -> eval();
            case "accumulate", "acc" -> accumulate();
            case "groupby" ->
                throw new SyntaxError(
                        token.start(), "\"groupby\" is not supported: accumulate over the facts of one key");
            case "if" -> throw new SyntaxError(token.start(), "\"if\" is not supported in conditions: write two rules");
            case "do" -> throw new SyntaxError(token.start(), "named consequences are not supported: write two rules");
            case "when" -> throw new SyntaxError(token.start(), "this \"when\" is one too many");
            default -> match();
        };
    }

    private Condition inner() {
        tokens.enter();
        Condition inner = unary();
        tokens.leave();
        return inner;
    }

    /** {@code ( A() or B() )}, {@code (and A() B())}, {@code (or A() B())}. */
    private Condition group() {
        Token open = tokens.next();
        Condition inner;
        boolean prefix = !tokens.peek(1).isSymbol(":");
        if (prefix && tokens.isWord("and")) {
            tokens.next();
            inner = new Condition.And(open.start(), several());
        } else if (prefix && tokens.isWord("or")) {
            tokens.next();
            inner = new Condition.Or(open.start(), several());
        } else {
            inner = or();
        }
        if (!tokens.isSymbol(")") && !tokens.done() && !tokens.isWord("then")) {
            throw new SyntaxError(
                    tokens.peek().start(),
                    "\"and\", \"or\" or \")\" is missing between conditions in parentheses; found "
                            + tokens.peek().shown());
        }
        tokens.expectSymbol(")", "to close the parenthesis of the condition");
        return inner;
    }

    private List<Condition> several() {
        List<Condition> parts = new ArrayList<>();
        while (!tokens.isSymbol(")") && !atEnd()) {
            parts.add(or());
        }
        return List.copyOf(parts);
    }

    private Condition forAll() {
        int at = tokens.next().start();
        tokens.expectSymbol("(", "behind \"forall\"");
        List<Condition> patterns = new ArrayList<>();
        while (!tokens.isSymbol(")") && !atEnd()) {
            patterns.add(match());
            if (!tokens.takeSymbol(",")) {
                tokens.takeWord("and");
            }
        }
        tokens.expectSymbol(")", "to close \"forall\"");
        if (patterns.isEmpty()) {
            throw new SyntaxError(at, "\"forall\" needs at least one pattern");
        }
        return new Condition.ForAll(at, List.copyOf(patterns));
    }

    private Condition eval() {
        int at = tokens.next().start();
        tokens.expectSymbol("(", "behind \"eval\"");
        int from = tokens.peek().start();
        Expr expression = expressions.expression();
        Condition eval = new Condition.Eval(at, text.substring(from, tokens.lastEnd()), expression);
        tokens.expectSymbol(")", "to close \"eval\"");
        return eval;
    }

    private Condition accumulate() {
        int at = tokens.next().start();
        tokens.expectSymbol("(", "behind \"accumulate\"");
        Condition source = source();
        tokens.takeSymbol(";");
        tokens.takeSymbol(",");
        List<Condition.Function> functions = new ArrayList<>(List.of(function()));
        while (tokens.takeSymbol(",")) {
            refuseMoreThan(MOST_FUNCTIONS, functions, "functions in one accumulate: part it into several");
            functions.add(function());
        }
        List<Constraint> constraints = tokens.takeSymbol(";") ? constraints(")") : List.of();
        tokens.expectSymbol(")", "to close \"accumulate\"");
        return new Condition.Accumulate(at, source, List.copyOf(functions), constraints);
    }

    /** What an accumulate goes over: one condition, or several with {@code and} between them or one after another. */
    private Condition source() {
        int at = tokens.peek().start();
        List<Condition> parts = new ArrayList<>(List.of(or()));
        while (!tokens.isSymbol(";") && !tokens.isSymbol(",") && !tokens.isSymbol(")") && !atEnd()) {
            parts.add(or());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(at, List.copyOf(parts));
    }

    private Condition.Function function() {
        Label label = label();
        Token name = tokens.expectWord("the function of the accumulate, such as count or sum,");
        if (tokens.isSymbol("(")
                && List.of("init", "action", "reverse", "result").contains(name.text())) {
            throw new SyntaxError(
                    name.start(),
                    "code in an accumulate is not supported: use count, sum, min, max, average, collectList or collectSet");
        }
        tokens.expectSymbol("(", "behind \"" + name.text() + "\"");
        return new Condition.Function(name.start(), label, name.text(), expressions.list(")"));
    }

    private @Nullable Label label() {
        Token label = expressions.label();
        return label == null
                ? null
                : new Label(label.start(), label.text(), tokens.next().isSymbol(":="));
    }

    /** {@code $p : ( A() or B() )}: the name stands for the fact of whichever branch matches. */
    private static Condition labelled(Label label, Condition condition) {
        return switch (condition) {
            case Condition.Or or ->
                new Condition.Or(
                        or.at(),
                        or.branches().stream()
                                .map(branch -> labelled(label, branch))
                                .toList());
            case Condition.Match match
            when match.label() == null ->
                new Condition.Match(
                        match.at(),
                        label,
                        match.passive(),
                        match.type(),
                        match.typeAt(),
                        match.positional(),
                        match.constraints(),
                        match.watch(),
                        match.from());
            default ->
                throw new SyntaxError(
                        label.at(),
                        "\"" + label.name() + "\" can stand for one pattern, or for patterns with \"or\" between them:"
                                + " give each pattern its own name");
        };
    }

    private Condition match() {
        Label label = label();
        if (label != null && tokens.isSymbol("(")) {
            return labelled(label, group());
        }
        Token start = tokens.peek();
        if (start.isSymbol("/")) {
            throw new SyntaxError(
                    start.start(), "paths that begin with \"/\" (OOPath) are not supported: write \"Type() from …\"");
        }
        boolean passive = tokens.takeSymbol("?");
        int typeAt = tokens.peek().start();
        String type = TypeNames.qualified(tokens, "a pattern such as Signal( name == \"upload\" )");
        if (!tokens.isSymbol("(")) {
            throw new SyntaxError(
                    tokens.peek().start(),
                    "\"(\" is missing behind the type \"" + type + "\"; found "
                            + tokens.peek().shown());
        }
        tokens.next();
        List<Expr> positional = positional();
        List<Constraint> constraints = constraints(")");
        tokens.expectSymbol(")", "to close the pattern \"" + type + "\"");
        List<String> watch = suffixes();
        Source from = tokens.takeWord("from") ? from() : null;
        return new Condition.Match(start.start(), label, passive, type, typeAt, positional, constraints, watch, from);
    }

    /** Arguments before a {@code ;} of a pattern; there are none if no {@code ;} comes before its end. */
    private List<Expr> positional() {
        int open = 0;
        for (int ahead = 0; ; ahead++) {
            Token token = tokens.peek(ahead);
            boolean closes = token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}");
            if (open == 0 && token.isSymbol(";")) {
                break;
            }
            if (token.kind() == Kind.END || open == 0 && closes || token.isWord("then") && token.firstOnLine()) {
                return List.of();
            }
            open += token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{") ? 1 : closes ? -1 : 0;
        }
        return expressions.list(";");
    }

    private List<Constraint> constraints(String close) {
        List<Constraint> constraints = new ArrayList<>();
        while (!tokens.isSymbol(close) && !tokens.done()) {
            Token first = tokens.peek();
            refuseMoreThan(MOST_CONSTRAINTS, constraints, "constraints in one pattern: put what differs into a table");
            try {
                tokens.freshExpression();
                Expr expression = expressions.expression();
                if (!tokens.isSymbol(",") && !tokens.isSymbol(close)) {
                    throw unreadable(expression);
                }
                String written = text.substring(first.start(), tokens.lastEnd());
                constraints.add(new Constraint(first.start(), written, expression));
            } catch (SyntaxError error) {
                if (!skipConstraint(close)) {
                    throw error;
                }
                faults.add(error);
            }
            if (!tokens.takeSymbol(",")) {
                break;
            }
        }
        return List.copyOf(constraints);
    }

    private void refuseMoreThan(int most, List<?> found, String what) {
        if (found.size() >= most) {
            throw new SyntaxError(tokens.peek().start(), "more than " + most + " " + what);
        }
    }

    private SyntaxError unreadable(Expr before) {
        Token found = tokens.peek();
        if (found.isSymbol("=")) {
            return new SyntaxError(found.start(), "\"=\" does not compare: write \"==\"");
        }
        if (found.isSymbol(";")) {
            return new SyntaxError(found.start(), "\";\" has no place here: constraints are parted by \",\"");
        }
        if (found.kind() == Kind.WORD && !(before instanceof Expr.Relation)) {
            return new SyntaxError(found.start(), Keywords.unknownOperator(found.text()));
        }
        return new SyntaxError(found.start(), "\",\" or \")\" is missing between constraints; found " + found.shown());
    }

    /** Goes to the comma or bracket that ends a constraint that cannot be read; false if the pattern has no end. */
    private boolean skipConstraint(String close) {
        int open = 0;
        while (!tokens.done()) {
            Token token = tokens.peek();
            if (open == 0 && (token.isSymbol(",") || token.isSymbol(close))) {
                return true;
            }
            boolean outside =
                    token.isWord("then") || RuleParser.startsRule(tokens) || token.isWord("end") && token.firstOnLine();
            if (outside || open < 0) {
                return false;
            }
            boolean opens = token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{");
            boolean closes = token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}");
            open += opens ? 1 : closes ? -1 : 0;
            tokens.next();
        }
        return false;
    }

    /** {@code @watch(…)} behind a pattern; windows are refused. */
    private List<String> suffixes() {
        if (tokens.isWord("over")) {
            throw new SyntaxError(
                    tokens.peek().start(), "windows (\"over\") are not supported: rules see all facts at once");
        }
        if (!tokens.isSymbol("@")) {
            return List.of();
        }
        Token at = tokens.next();
        if (!tokens.takeWord("watch")) {
            throw new SyntaxError(at.start(), "only @watch( property, … ) can stand behind a pattern");
        }
        tokens.expectSymbol("(", "behind \"@watch\"");
        List<String> watched = new ArrayList<>();
        do {
            boolean not = tokens.takeSymbol("!");
            String name = tokens.takeSymbol("*")
                    ? "*"
                    : tokens.expectWord("the name of a property").text();
            watched.add(not ? "!" + name : name);
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(")", "to close \"@watch\"");
        return List.copyOf(watched);
    }

    private Source from() {
        Token token = tokens.peek();
        boolean called = tokens.peek(1).isSymbol("(");
        if (token.isWord("collect") && called) {
            tokens.next();
            tokens.next();
            Source source = new Source.Collect(token.start(), match());
            tokens.expectSymbol(")", "to close \"collect\"");
            return source;
        }
        if ((token.isWord("accumulate") || token.isWord("acc")) && called) {
            tokens.next();
            tokens.next();
            Condition source = source();
            if (!tokens.takeSymbol(",")) {
                tokens.takeSymbol(";");
            }
            Source accumulated = new Source.Accumulated(token.start(), source, function());
            tokens.expectSymbol(")", "to close \"accumulate\"");
            return accumulated;
        }
        if (token.isWord("entry") && tokens.peek(1).isSymbol("-")) {
            throw new SyntaxError(token.start(), "entry points are not supported: all facts are in one place");
        }
        return new Source.Values(token.start(), expressions.expression());
    }
}
