package dev.muster.policy.drl.syntax;

import dev.muster.policy.drl.syntax.RuleTree.Annotation;
import dev.muster.policy.drl.syntax.RuleTree.Attribute;
import dev.muster.policy.drl.syntax.RuleTree.Parameter;
import dev.muster.policy.drl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one rule or query. What cannot be read in it is noted, and the rest of it is read all the same. */
final class RuleParser {
    private final TokenCursor tokens;
    private final Map<Integer, String> docs;
    private final SyntaxFaults faults;
    private final AttributeParser attributes;
    private final ConditionParser conditions;
    private final StatementParser statements;

    RuleParser(TokenCursor tokens, Map<Integer, String> docs, SyntaxFaults faults, String text) {
        this.tokens = tokens;
        this.docs = docs;
        this.faults = faults;
        ExpressionParser expressions = new ExpressionParser(tokens);
        this.attributes = new AttributeParser(tokens, expressions, text);
        this.conditions = new ConditionParser(tokens, expressions, faults, text);
        this.statements = new StatementParser(tokens, expressions, faults);
    }

    /** Whether a rule or query begins here: at the beginning of a line, or it is plain from the name behind it. */
    static boolean startsRule(TokenCursor tokens) {
        boolean word = tokens.isWord("rule") || tokens.isWord("query");
        Token name = tokens.peek(1);
        return word
                && (name.kind() == Kind.STRING
                        || name.kind() == Kind.WORD && tokens.peek().firstOnLine())
                && !tokens.peek(2).isSymbol("=");
    }

    RuleTree rule() {
        Token start = tokens.next();
        boolean query = start.text().equals("query");
        Token name = name(start);
        String shown = start.text() + " \"" + name.text() + "\"";
        faults.inside(shown);
        int faultsBefore = faults.count();
        Header header = query ? queryHeader() : ruleHeader();
        Condition.And when = new Condition.And(tokens.peek().start(), List.of());
        List<Statement> then = List.of();
        if (query || tokens.takeWord("when")) {
            tokens.takeSymbol(":");
            when = conditions.untilThen();
        }
        if (!query) {
            then = consequence(start);
        }
        close(start, query);
        boolean broken = faults.count() > faultsBefore;
        faults.inside(null);
        return new RuleTree(
                start.start(),
                tokens.lastEnd(),
                name.text(),
                name.start(),
                docs.getOrDefault(start.start(), ""),
                header.parent == null ? null : header.parent.text(),
                header.parent == null ? 0 : header.parent.start(),
                query ? header.parameters : null,
                header.annotations,
                header.attributes,
                when,
                then,
                broken);
    }

    private record Header(
            @Nullable Token parent,
            List<Parameter> parameters,
            List<Annotation> annotations,
            List<Attribute> attributes) {}

    private Token name(Token start) {
        Token name = tokens.peek();
        if (name.kind() != Kind.STRING && name.kind() != Kind.WORD) {
            throw new SyntaxError(
                    name.start(), "the name of the " + start.text() + " is missing; found " + name.shown());
        }
        if (name.isWord("when") && name.kind() == Kind.WORD) {
            throw new SyntaxError(name.start(), "the name of the " + start.text() + " is missing before \"when\"");
        }
        return tokens.next();
    }

    private Header ruleHeader() {
        Token parent = null;
        List<Annotation> annotations = new ArrayList<>();
        List<Attribute> found = new ArrayList<>();
        try {
            if (tokens.takeWord("extends")) {
                parent = name(tokens.peek());
            }
            while (!headerEnds()) {
                if (tokens.isSymbol("@")) {
                    annotations.add(attributes.annotation());
                } else if (tokens.isWord("attributes") && tokens.peek(1).isSymbol(":")) {
                    tokens.next();
                    tokens.next();
                } else if (!tokens.takeSymbol(",")) {
                    found.add(attributes.attribute());
                }
            }
        } catch (SyntaxError error) {
            faults.add(error);
            while (!headerEnds()) {
                tokens.next();
            }
        }
        return new Header(parent, List.of(), List.copyOf(annotations), List.copyOf(found));
    }

    private boolean headerEnds() {
        return tokens.done()
                || tokens.isWord("when")
                || tokens.isWord("then")
                || tokens.isWord("end")
                || startsRule(tokens);
    }

    private Header queryHeader() {
        List<Parameter> parameters = new ArrayList<>();
        List<Annotation> annotations = new ArrayList<>();
        if (tokens.takeSymbol("(")) {
            while (!tokens.isSymbol(")")) {
                parameters.add(parameter());
                if (!tokens.takeSymbol(",")) {
                    break;
                }
            }
            tokens.expectSymbol(")", "to close the query's parameters");
        }
        while (tokens.isSymbol("@")) {
            annotations.add(attributes.annotation());
        }
        return new Header(null, List.copyOf(parameters), List.copyOf(annotations), List.of());
    }

    private Parameter parameter() {
        Token first = tokens.peek();
        String type = TypeNames.qualified(tokens, "a parameter of the query");
        if (tokens.peek().kind() == Kind.WORD) {
            return new Parameter(first.start(), type, tokens.next().text());
        }
        return new Parameter(first.start(), "Object", type);
    }

    private List<Statement> consequence(Token start) {
        if (!tokens.isWord("then")) {
            faults.add(
                    tokens.peek().start(),
                    "\"then\" is missing in this rule; found " + tokens.peek().shown());
            return List.of();
        }
        tokens.next();
        if (tokens.isSymbol("[")) {
            faults.add(tokens.peek().start(), "named consequences are not supported: write two rules");
        }
        return statements.untilEnd();
    }

    private void close(Token start, boolean query) {
        if (query && tokens.isWord("then")) {
            faults.add(tokens.peek().start(), "a query has no \"then\": end it with \"end\"");
            skipToEnd();
        }
        if (!tokens.takeWord("end")) {
            String before =
                    tokens.done() ? "the end of the file" : tokens.peek().shown();
            faults.add(start.start(), "this " + start.text() + " is not closed: \"end\" is missing before " + before);
            return;
        }
        tokens.takeSymbol(";");
    }

    private void skipToEnd() {
        while (!tokens.done() && !tokens.isWord("end") && !startsRule(tokens)) {
            tokens.next();
        }
    }
}
