package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.expression.VariableScope;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.QueryCall;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.extractors.ArrayElementReader;
import org.drools.base.base.extractors.SelfReferenceClassFieldReader;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.QueryArgument;
import org.drools.base.rule.QueryElement;
import org.jspecify.annotations.Nullable;

/** Turns {@code ?query( $a, "b"; )} into the call of a query: names that are not bound yet are what it finds. */
final class QueryCalls {
    private final RuleContext context;

    QueryCalls(RuleContext context) {
        this.context = context;
    }

    QueryElement call(Condition.Match match, @Nullable QuerySignature query, Bindings bindings) {
        if (query == null) {
            boolean type = context.vocabulary().type(match.type()) != null && !match.passive();
            throw new SyntaxError(
                    match.typeAt(),
                    type
                            ? "values without a property's name are not supported: write " + match.type()
                                    + "( property == value )"
                            : "there is no query \"" + match.type() + "\"."
                                    + Nearest.hint(
                                            match.type(), context.queries().keySet()));
        }
        List<Expr> arguments = arguments(match);
        if (arguments.size() != query.parameters().size()) {
            throw new SyntaxError(
                    match.typeAt(),
                    "the query \"" + query.name() + "\" takes "
                            + query.parameters().size() + " values, not " + arguments.size());
        }
        return element(match, query, arguments, bindings);
    }

    private static List<Expr> arguments(Condition.Match match) {
        if (match.label() != null || match.from() != null) {
            throw new SyntaxError(match.at(), "the call of a query has no name and no \"from\"");
        }
        List<Expr> arguments = new ArrayList<>(match.positional());
        for (Condition.Constraint constraint : match.constraints()) {
            Expr expression = constraint.expression();
            if (expression instanceof Expr.Bind || expression instanceof Expr.Relation) {
                throw new SyntaxError(
                        constraint.at(), "a query is called with its values in order: ?name( $a, \"b\"; )");
            }
            arguments.add(expression);
        }
        return arguments;
    }

    private QueryElement element(Condition.Match match, QuerySignature query, List<Expr> arguments, Bindings bindings) {
        Pattern pattern = new Pattern(context.nextPattern(), 0, 0, ClassObjectType.ObjectArray_ObjectType, null);
        QueryArgument[] given = new QueryArgument[arguments.size()];
        List<Integer> open = new ArrayList<>();
        List<Declaration> required = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Expr argument = arguments.get(i);
            Parameter parameter = query.parameters().get(i);
            if (argument instanceof Expr.Name name && isOpen(name, bindings)) {
                bind(name, parameter, i, pattern, bindings);
                given[i] = QueryArgument.VAR;
                open.add(i);
            } else {
                given[i] = argument(argument, parameter, bindings, required);
            }
        }
        return new QueryCall(
                context.origin(match.at(), match.type() + "( … )"),
                pattern,
                query.name(),
                given,
                open.stream().mapToInt(Integer::intValue).toArray(),
                required.toArray(Declaration[]::new),
                !match.passive());
    }

    private boolean isOpen(Expr.Name name, Bindings bindings) {
        if (bindings.isPoisoned(name.name())) {
            throw SyntaxError.silent();
        }
        return bindings.find(name.name()) == null && context.vocabulary().global(name.name()) == null;
    }

    private static void bind(Expr.Name name, Parameter parameter, int position, Pattern pattern, Bindings bindings) {
        Class<?> raw = parameter.type().boxed();
        Declaration declaration = pattern.addDeclaration(name.name());
        declaration.setReadAccessor(
                new ArrayElementReader(new SelfReferenceClassFieldReader(Object[].class), position, raw));
        Typed own = new Typed(
                parameter.type(),
                (self, scope) -> self instanceof Object[] row ? row[position] : null,
                new Typed.OwnProperty(parameter.name()),
                "this[" + position + "]");
        bindings.put(new Bound(name.name(), parameter.type(), declaration, pattern, own));
    }

    private QueryArgument argument(Expr argument, Parameter parameter, Bindings bindings, List<Declaration> required) {
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, null, null);
        ExpressionCompiler compiler = new ExpressionCompiler(names);
        var code = compiler.converted(argument, parameter.type(), "the value for \"" + parameter.name() + "\"");
        if (names.used().isEmpty()) {
            return new QueryArgument.Literal(code.value(null, VariableScope.NONE));
        }
        Bound bound = names.used().getFirst();
        if (!(argument instanceof Expr.Name)) {
            throw new SyntaxError(
                    argument.at(), "a query is called with plain values and names: bind this to a name before");
        }
        required.add(bound.declaration());
        return new QueryArgument.Declr(bound.declaration());
    }
}
