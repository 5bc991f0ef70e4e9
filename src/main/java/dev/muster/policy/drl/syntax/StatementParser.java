package dev.muster.policy.drl.syntax;

import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a consequence. */
final class StatementParser {
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=");
    private static final Map<String, String> REFUSED = Map.of(
            "while", "\"while\" is not supported: rules loop by firing, or write \"for (int i = 0; i < 3; i++) { … }\"",
            "do", "\"do\" is not supported: write \"for (var x : list) { … }\"",
            "try", "\"try\" is not supported: write conditions so that nothing can fail",
            "throw", "\"throw\" is not supported: insert a fact that says what is wrong",
            "return", "\"return\" is not supported: write \"if (…) { … } else { … }\"",
            "switch", "\"switch\" is not supported: write several rules, or \"if\"",
            "class", "classes cannot be written in a rule",
            "synchronized", "\"synchronized\" is not supported: a rule has nothing to share",
            "break", "\"break\" is not supported: write the condition into an \"if\"",
            "continue", "\"continue\" is not supported: write the condition into an \"if\"");

    private final TokenCursor tokens;
    private final ExpressionParser expressions;
    private final SyntaxFaults faults;

    StatementParser(TokenCursor tokens, ExpressionParser expressions, SyntaxFaults faults) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** Statements up to {@code end}, which stays; what cannot be read is left out and noted. */
    List<Statement> untilEnd() {
        List<Statement> statements = new ArrayList<>();
        while (!atEnd()) {
            int before = tokens.position();
            try {
                tokens.surface();
                if (!tokens.takeSymbol(";")) {
                    statements.add(statement());
                }
            } catch (SyntaxError error) {
                faults.add(error);
                skipStatement(before);
            }
        }
        return List.copyOf(statements);
    }

    private boolean atEnd() {
        return tokens.done() || isEnd(tokens.peek()) || RuleParser.startsRule(tokens);
    }

    private boolean isEnd(Token token) {
        return token.isWord("end")
                && !tokens.peek(1).isSymbol(".")
                && !tokens.peek(1).isSymbol("=");
    }

    private void skipStatement(int before) {
        if (tokens.position() == before) {
            tokens.next();
        }
        while (!atEnd() && !tokens.takeSymbol(";")) {
            if (tokens.peek().firstOnLine() && tokens.peek().isWord("end")) {
                return;
            }
            tokens.next();
        }
    }

    private Statement statement() {
        tokens.enter();
        Statement statement = read();
        tokens.leave();
        return statement;
    }

    private Statement read() {
        Token first = tokens.peek();
        if (first.isSymbol("{")) {
            return block();
        }
        if (first.kind() == Kind.WORD) {
            if (REFUSED.containsKey(first.text()) && !tokens.peek(1).isSymbol(".")) {
                throw new SyntaxError(first.start(), REFUSED.getOrDefault(first.text(), ""));
            }
            if (first.isWord("if") && tokens.peek(1).isSymbol("(")) {
                return choice();
            }
            if (first.isWord("for") && tokens.peek(1).isSymbol("(")) {
                return loop();
            }
            if (first.isWord("modify") && tokens.peek(1).isSymbol("(")) {
                return modify();
            }
            if (first.isWord("then") && tokens.peek(1).isSymbol("[")) {
                throw new SyntaxError(first.start(), "named consequences are not supported: write two rules");
            }
            tokens.takeWord("final");
            if (isLocal()) {
                return local();
            }
        }
        return simple();
    }

    private Statement block() {
        int at = tokens.next().start();
        List<Statement> statements = new ArrayList<>();
        while (!tokens.isSymbol("}")) {
            if (tokens.done() || tokens.isWord("end") && tokens.peek().firstOnLine()) {
                throw new SyntaxError(at, "this \"{\" is not closed: \"}\" is missing");
            }
            if (!tokens.takeSymbol(";")) {
                statements.add(statement());
            }
        }
        tokens.next();
        return new Statement.Block(at, List.copyOf(statements));
    }

    private Statement choice() {
        int at = tokens.next().start();
        tokens.next();
        Expr test = expressions.expression();
        tokens.expectSymbol(")", "behind the condition of \"if\"");
        Statement yes = statement();
        Statement no = tokens.takeWord("else") ? statement() : null;
        return new Statement.If(at, test, yes, no);
    }

    private Statement loop() {
        int at = tokens.next().start();
        tokens.next();
        if (tokens.isSymbol(";") || isLocal() || tokens.peek(1).isSymbol("=")) {
            return counting(at);
        }
        tokens.takeWord("final");
        String type = TypeNames.qualified(tokens, "the type of the loop's variable, or var,");
        TypeNames.skipTypeArguments(tokens);
        Token name = tokens.expectWord("the name of the loop's variable");
        if (!tokens.isSymbol(":")) {
            throw new SyntaxError(
                    tokens.peek().start(),
                    "write \"for (var x : list) { … }\" or \"for (int i = 0; i < 3; i++) { … }\"; found "
                            + tokens.peek().shown());
        }
        tokens.next();
        Expr values = expressions.expression();
        tokens.expectSymbol(")", "behind the list of \"for\"");
        return new Statement.ForEach(at, type, name.text(), values, statement());
    }

    private Statement counting(int at) {
        List<Statement> first = new ArrayList<>();
        if (!tokens.takeSymbol(";")) {
            first.add(isLocal() ? local() : simple());
        }
        Expr test = tokens.isSymbol(";") ? null : expressions.expression();
        tokens.expectSymbol(";", "behind the condition of \"for\"");
        List<Statement> after = new ArrayList<>();
        while (!tokens.isSymbol(")")) {
            after.add(change());
            if (!tokens.takeSymbol(",")) {
                break;
            }
        }
        tokens.expectSymbol(")", "behind the steps of \"for\"");
        return new Statement.For(at, List.copyOf(first), test, List.copyOf(after), statement());
    }

    private Statement modify() {
        int at = tokens.next().start();
        tokens.next();
        Expr target = expressions.expression();
        tokens.expectSymbol(")", "behind what \"modify\" changes");
        tokens.expectSymbol("{", "behind \"modify (…)\"");
        List<Statement> changes = new ArrayList<>();
        while (!tokens.takeSymbol("}")) {
            if (tokens.done() || tokens.isWord("end") && tokens.peek().firstOnLine()) {
                throw new SyntaxError(at, "the \"{\" of this modify is not closed: \"}\" is missing");
            }
            changes.add(change());
            if (!tokens.takeSymbol(",") && !tokens.takeSymbol(";") && !tokens.isSymbol("}")) {
                throw new SyntaxError(
                        tokens.peek().start(),
                        "\",\" is missing between two changes; found "
                                + tokens.peek().shown());
            }
        }
        tokens.takeSymbol(";");
        return new Statement.Modify(at, target, List.copyOf(changes));
    }

    private Statement change() {
        Expr left = expressions.expression();
        Statement assignment = assignment(left);
        return assignment == null ? new Statement.Run(left.at(), left) : assignment;
    }

    private boolean isLocal() {
        int ahead = 1;
        while (tokens.peek(ahead).isSymbol(".") && tokens.peek(ahead + 1).kind() == Kind.WORD) {
            ahead += 2;
        }
        if (tokens.peek(ahead).isSymbol("<")) {
            ahead = behindTypeArguments(ahead);
        }
        return tokens.peek(ahead).kind() == Kind.WORD
                && !tokens.peek(ahead).isWord("end")
                && (tokens.peek(ahead + 1).isSymbol("=")
                        || tokens.peek(ahead + 1).isSymbol(";"));
    }

    private int behindTypeArguments(int from) {
        int ahead = from;
        int open = 0;
        do {
            Token token = tokens.peek(ahead);
            boolean inside = token.kind() == Kind.WORD || "<>,.?".contains(token.text()) && token.kind() == Kind.SYMBOL;
            if (!inside || ahead > from + 40) {
                return from;
            }
            open += token.isSymbol("<") ? 1 : token.isSymbol(">") ? -1 : 0;
            ahead++;
        } while (open > 0);
        return ahead;
    }

    private Statement local() {
        int at = tokens.peek().start();
        String type = TypeNames.qualified(tokens, "a type");
        TypeNames.skipTypeArguments(tokens);
        Token name = tokens.next();
        if (!tokens.takeSymbol("=")) {
            throw new SyntaxError(
                    name.start(), "the variable \"" + name.text() + "\" needs a value: write \"= …\" behind it");
        }
        Statement local = new Statement.Local(at, type, name.text(), expressions.expression());
        close();
        return local;
    }

    private Statement simple() {
        Expr left = expressions.expression();
        Statement assignment = assignment(left);
        close();
        if (assignment != null) {
            return assignment;
        }
        if (!(left instanceof Expr.Call)) {
            throw new SyntaxError(left.at(), "this is not a statement: call something, or assign it to a variable");
        }
        return new Statement.Run(left.at(), left);
    }

    private @Nullable Statement assignment(Expr left) {
        Token token = tokens.peek();
        if (token.isSymbol("++") || token.isSymbol("--")) {
            tokens.next();
            Expr one = new Expr.Literal(token.start(), 1);
            return new Statement.Assign(token.start(), left, token.text().substring(0, 1), one);
        }
        if (token.kind() != Kind.SYMBOL || !ASSIGNMENTS.contains(token.text())) {
            return null;
        }
        tokens.next();
        String operator = token.text().equals("=") ? null : token.text().substring(0, 1);
        return new Statement.Assign(token.start(), left, operator, expressions.expression());
    }

    private void close() {
        if (tokens.takeSymbol(";")) {
            return;
        }
        Token found = tokens.peek();
        if (found.isSymbol("->") || found.isSymbol("&") || found.isSymbol("|")) {
            throw new SyntaxError(found.start(), found.shown() + " is not supported in a consequence");
        }
        throw new SyntaxError(tokens.lastEnd(), "\";\" is missing at the end of this statement");
    }
}
