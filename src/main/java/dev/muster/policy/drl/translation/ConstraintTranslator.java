package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.CodeReader;
import dev.muster.policy.drl.interpretation.Indexing;
import dev.muster.policy.drl.interpretation.InterpretedConstraint;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import org.drools.base.base.ClassObjectType;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;

/** Turns what stands in a pattern's parentheses into constraints and bindings. */
final class ConstraintTranslator {
    private final RuleContext context;

    ConstraintTranslator(RuleContext context) {
        this.context = context;
    }

    void add(Pattern pattern, ValueType self, Condition.Constraint constraint, Bindings bindings) {
        add(pattern, self, constraint.expression(), constraint, bindings);
    }

    private void add(
            Pattern pattern, ValueType self, Expr expression, Condition.Constraint written, Bindings bindings) {
        switch (expression) {
            case Expr.Bind bind -> bind(pattern, self, bind, written, bindings);
            case Expr.Logical logical
            when logical.and() && Binds.in(logical) -> {
                add(pattern, self, logical.left(), written, bindings);
                add(pattern, self, logical.right(), written, bindings);
            }
            case Expr.Logical logical
            when Binds.in(logical) -> {
                Binds.all(logical).forEach(bind -> bindValue(pattern, self, bind, bindings));
                constrain(pattern, self, Binds.without(logical), written, bindings);
            }
            default -> constrain(pattern, self, expression, written, bindings);
        }
    }

    private void bind(
            Pattern pattern, ValueType self, Expr.Bind bind, Condition.Constraint written, Bindings bindings) {
        Bound before = bindings.find(bind.name());
        if (before != null && bind.unify()) {
            Expr same = new Expr.Relation(
                    bind.at(), "==", false, null, bind.value(), new Expr.Name(bind.at(), bind.name()));
            constrain(pattern, self, same, written, bindings);
            return;
        }
        bindValue(pattern, self, bind, bindings);
        if (bind.value() instanceof Expr.Relation || bind.value() instanceof Expr.In) {
            constrain(pattern, self, bind.value(), written, bindings);
        }
    }

    private void bindValue(Pattern pattern, ValueType self, Expr.Bind bind, Bindings bindings) {
        if (bindings.find(bind.name()) != null) {
            throw new SyntaxError(
                    bind.at(),
                    "\"" + bind.name() + "\" is already bound: choose another name, or compare with \"== " + bind.name()
                            + "\"");
        }
        Expr value = Binds.boundPart(bind);
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, self, pattern);
        Typed typed = new ExpressionCompiler(names).compile(value);
        if (!names.used().isEmpty()) {
            throw new SyntaxError(
                    bind.at(),
                    "what \"" + bind.name() + "\" is bound to cannot use \""
                            + names.used().getFirst().name() + "\", which another pattern binds");
        }
        Typed own = new Typed(typed.type(), typed.guardedCode(), typed.shape(), typed.key(), java.util.List.of());
        CodeReader reader = new CodeReader(
                context.origin(bind.at(), bind.name()),
                property(self, typed),
                typed.type().raw(),
                own.code(),
                self.raw().getName() + ":" + typed.key());
        Declaration declaration = new Declaration(bind.name(), reader, pattern, true);
        pattern.addDeclaration(declaration);
        if (context.vocabulary().members(self.raw()).isMutable()) {
            names.reactsOn().forEach(pattern::addBoundProperty);
        }
        bindings.put(new Bound(bind.name(), typed.type(), declaration, pattern, own));
    }

    private void constrain(
            Pattern pattern, ValueType self, Expr expression, Condition.Constraint written, Bindings bindings) {
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, self, pattern);
        Typed typed = new ExpressionCompiler(names).condition(expression);
        Declaration[] declarations = names.declarations();
        Indexing indexing =
                expression instanceof Expr.Relation relation && typed.guards().isEmpty()
                        ? indexing(relation, self, bindings, pattern)
                        : null;
        boolean equal = indexing != null && indexing.operator() == ConstraintTypeOperator.EQUAL;
        Declaration parameter =
                equal && declarations.length == 1 && isParameter(declarations[0]) ? declarations[0] : null;
        pattern.addConstraint(new InterpretedConstraint(
                context.origin(written.at(), written.text()),
                typed.test(),
                declarations,
                indexing,
                names.reactsOn(),
                self.raw().getName() + ":" + typed.key(),
                parameter));
    }

    private static boolean isParameter(Declaration declaration) {
        return declaration.getPattern().getObjectType().equals(ClassObjectType.DroolsQuery_ObjectType);
    }

    /** The pattern's fact itself is a parameter of the query, or was bound before. */
    void unifyPattern(Pattern pattern, ValueType self, Bound before, Condition.Label label) {
        Bindings only = new Bindings();
        only.put(before);
        Expr same = new Expr.Relation(
                label.at(), "==", false, null, new Expr.This(label.at()), new Expr.Name(label.at(), label.name()));
        constrain(pattern, self, same, new Condition.Constraint(label.at(), "this == " + label.name(), same), only);
    }

    private @Nullable Indexing indexing(Expr.Relation relation, ValueType self, Bindings bindings, Pattern pattern) {
        ConstraintTypeOperator operator = ConstraintTypeOperator.decode(relation.operator(), relation.negated());
        if (operator == ConstraintTypeOperator.UNKNOWN) {
            return null;
        }
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, self, pattern);
        ExpressionCompiler compiler = new ExpressionCompiler(names);
        Typed left = compiler.compile(relation.left());
        int usedOnLeft = names.used().size();
        Typed right = compiler.compile(relation.right());
        if (usedOnLeft == 0 && isIndexable(left)) {
            return indexing(operator, self, left, right, names);
        }
        boolean swapped = isIndexable(right) && names.used().size() == usedOnLeft;
        return swapped && !isIndexable(left) ? indexing(operator.inverse(), self, right, left, names) : null;
    }

    private @Nullable Indexing indexing(
            ConstraintTypeOperator operator, ValueType self, Typed own, Typed other, ConditionNames names) {
        boolean constant = other.isConstant() && other.constant() != null;
        boolean joins = !names.used().isEmpty() && usesOnlyOthers(other);
        Class<?> type = own.type().boxed();
        boolean anything = joins && isParameterUse(names);
        if (!constant && !joins || type != other.type().boxed() && !anything) {
            return null;
        }
        return new Indexing(
                operator,
                type,
                property(self, own),
                own.code(),
                self.raw().getName() + ":" + own.key(),
                joins ? other.code() : null,
                other.constant());
    }

    private static boolean isParameterUse(ConditionNames names) {
        return names.used().size() == 1 && isParameter(names.used().getFirst().declaration());
    }

    /** Whether an expression reads nothing of the pattern's own fact. */
    private static boolean usesOnlyOthers(Typed typed) {
        return !typed.key().contains("this");
    }

    private static boolean isIndexable(Typed typed) {
        boolean property =
                typed.shape() instanceof Typed.OwnProperty own && typed.key().equals("this." + own.name());
        return property || typed.shape() instanceof Typed.Self;
    }

    /** The property's number in its type, or -1. */
    private int property(ValueType self, Typed typed) {
        boolean direct =
                typed.shape() instanceof Typed.OwnProperty own && typed.key().equals("this." + own.name());
        if (!direct) {
            return -1;
        }
        String name = ((Typed.OwnProperty) typed.shape()).name();
        return context.vocabulary().members(self.raw()).propertyNames().indexOf(name) + 1;
    }
}
