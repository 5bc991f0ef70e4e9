package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.LocalVariables;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.CalculatedSalience;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import java.util.Map;
import org.drools.base.base.EnabledBoolean;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.accessor.Salience;
import org.jspecify.annotations.Nullable;

/** Gives a rule its attributes. */
public final class Attributes {
    private static final Map<String, String> REFUSED = Map.of(
            "agenda-group", "\"agenda-group\" is not supported: write \"ruleflow-group\"",
            "auto-focus", "\"auto-focus\" is not supported: a rule gives the focus with drools.setFocus( \"group\" )",
            "timer", "\"timer\" is not supported: rules run to their end at once",
            "duration", "\"duration\" is not supported: rules run to their end at once",
            "calendars", "\"calendars\" is not supported: rules do not know the time",
            "date-effective", "\"date-effective\" is not supported: rules do not know the time",
            "date-expires", "\"date-expires\" is not supported: rules do not know the time");

    private Attributes() {}

    static void apply(RuleContext context, RuleTree tree, RuleImpl rule, Bindings bindings) {
        SyntaxFaults faults = context.faults();
        for (RuleTree.Attribute attribute : tree.attributes()) {
            try {
                apply(context, attribute, rule, bindings);
            } catch (SyntaxError error) {
                faults.add(error);
            }
        }
        for (RuleTree.Annotation annotation : tree.annotations()) {
            if (annotation.name().equals("Propagation")
                    || annotation.name().equals("All")
                    || annotation.name().equals("Direct")) {
                faults.add(annotation.at(), "@" + annotation.name() + " is not supported: leave it out");
            }
        }
    }

    private static void apply(RuleContext context, RuleTree.Attribute attribute, RuleImpl rule, Bindings bindings) {
        switch (attribute.name()) {
            case "salience" -> rule.setSalience(salienceOf(context, attribute, bindings));
            case "no-loop" -> {
                boolean value = truth(attribute);
                rule.setNoLoop(value);
                rule.setEager(rule.isEager() || value);
            }
            case "lock-on-active" -> {
                boolean value = truth(attribute);
                rule.setLockOnActive(value);
                rule.setEager(rule.isEager() || value);
            }
            case "enabled" -> rule.setEnabled(new EnabledBoolean(truth(attribute)));
            case "ruleflow-group" -> {
                String group = text(attribute);
                rule.setRuleFlowGroup(group);
                rule.setAgendaGroup(group);
            }
            case "activation-group" -> rule.setActivationGroup(text(attribute));
            case "dialect" -> text(attribute);
            default ->
                throw new SyntaxError(
                        attribute.at(),
                        REFUSED.getOrDefault(attribute.name(), "\"" + attribute.name() + "\" is not supported"));
        }
    }

    /** The whole number behind {@code salience}; 0 where there is none, or where it is calculated. */
    public static int salience(RuleTree tree) {
        for (RuleTree.Attribute attribute : tree.attributes()) {
            if (attribute.name().equals("salience") && number(attribute.value()) instanceof Integer salience) {
                return salience;
            }
        }
        return 0;
    }

    /** Drools takes a number in parentheses for a calculation, and orders the matches of such a rule in another way. */
    private static Salience salienceOf(RuleContext context, RuleTree.Attribute attribute, Bindings bindings) {
        Expr value = attribute.value();
        Integer number = number(value);
        if (number != null && !(value instanceof Expr.Enclosed)) {
            return new SalienceInteger(number);
        }
        LocalVariables names = context.consequenceNames(bindings);
        Typed typed = value == null ? null : new ExpressionCompiler(names).compile(value);
        if (typed == null || !typed.type().isWhole()) {
            throw new SyntaxError(
                    attribute.at(), "\"salience\" needs a whole number, such as 10, -5 or a name of the conditions");
        }
        return new CalculatedSalience(
                context.origin(attribute.at(), "salience"),
                typed.guardedCode(),
                names.usedNames().toArray(String[]::new),
                names.usedSlots());
    }

    private static @Nullable Integer number(@Nullable Expr value) {
        return switch (value) {
            case Expr.Literal literal when literal.value() instanceof Integer number -> number;
            case Expr.Unary unary
            when unary.operator().equals("-") -> {
                Integer inner = number(unary.operand());
                yield inner == null ? null : Integer.valueOf(-inner);
            }
            case Expr.Enclosed enclosed -> number(enclosed.inner());
            case null, default -> null;
        };
    }

    private static boolean truth(RuleTree.Attribute attribute) {
        Expr value = attribute.value();
        while (value instanceof Expr.Enclosed enclosed) {
            value = enclosed.inner();
        }
        if (value == null) {
            return true;
        }
        if (value instanceof Expr.Literal literal && literal.value() instanceof Boolean truth) {
            return truth;
        }
        throw new SyntaxError(attribute.at(), "\"" + attribute.name() + "\" needs true or false");
    }

    private static String text(RuleTree.Attribute attribute) {
        if (attribute.value() instanceof Expr.Literal literal && literal.value() instanceof String text) {
            return text;
        }
        throw new SyntaxError(attribute.at(), "\"" + attribute.name() + "\" needs a text, such as \"name\"");
    }
}
