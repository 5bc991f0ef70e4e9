package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.FromValues;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Condition.Source;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.From;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.jspecify.annotations.Nullable;

/** Turns patterns into Drools' patterns. */
public final class PatternTranslator {
    private static final Map<String, String> COLLECTIONS =
            Map.of("ArrayList", "List", "LinkedList", "List", "HashSet", "Set", "LinkedHashSet", "Set");

    private final RuleContext context;
    private final ConditionTranslator conditions;
    private final ConstraintTranslator constraints;

    PatternTranslator(RuleContext context, ConditionTranslator conditions) {
        this.context = context;
        this.conditions = conditions;
        this.constraints = new ConstraintTranslator(context);
    }

    RuleConditionElement match(Condition.Match match, Bindings bindings) {
        return isCall(match)
                ? new QueryCalls(context).call(match, context.queries().get(match.type()), bindings)
                : pattern(match, bindings);
    }

    /** Whether this calls a query rather than matching facts of a type. */
    boolean isCall(Condition.Match match) {
        boolean query = context.queries().containsKey(match.type()) && type(match.type()) == null;
        return match.passive() || !match.positional().isEmpty() || query;
    }

    Pattern pattern(Condition.Match match, Bindings bindings) {
        VocabularyType type = type(match.from() instanceof Source.Values ? match.type() : resultType(match));
        if (type == null) {
            throw new SyntaxError(match.typeAt(), unknownType(match.type()));
        }
        ValueType self = ValueType.of(type.javaType());
        Pattern pattern = empty(match.label(), type.javaType());
        Source from = match.from();
        if (from != null) {
            self = source(match, pattern, from, self, bindings);
        }
        bind(match.label(), pattern, self, bindings);
        for (String property : match.watch()) {
            watch(pattern, property, type.javaType(), match);
        }
        for (Condition.Constraint constraint : match.constraints()) {
            add(pattern, self, constraint, bindings);
        }
        return pattern;
    }

    /** What is collected is a list or a set, by whichever of its Java names the rule asks for it. */
    private static String resultType(Condition.Match match) {
        String type = match.type().startsWith("java.util.") ? match.type().substring(10) : match.type();
        return match.from() == null ? match.type() : COLLECTIONS.getOrDefault(type, match.type());
    }

    private void add(Pattern pattern, ValueType self, Condition.Constraint constraint, Bindings bindings) {
        try {
            constraints.add(pattern, self, constraint, bindings);
        } catch (SyntaxError error) {
            context.faults().add(error);
            List<String> labels = new ArrayList<>();
            Labels.collect(constraint.expression(), labels);
            labels.stream().filter(label -> bindings.find(label) == null).forEach(bindings::poison);
        }
    }

    Pattern empty(Condition.@Nullable Label label, Class<?> type) {
        int number = context.nextPattern();
        String identifier = label == null ? "_" + number : label.name();
        return new Pattern(number, 0, 0, context.objectType(type), identifier, true);
    }

    void bind(Condition.@Nullable Label label, Pattern pattern, ValueType type, Bindings bindings) {
        if (label == null) {
            return;
        }
        Bound before = bindings.find(label.name());
        if (before != null && !label.unify()) {
            throw new SyntaxError(
                    label.at(),
                    "\"" + label.name() + "\" is already bound: choose another name, or compare with \"this == "
                            + label.name() + "\"");
        }
        if (before != null) {
            constraints.unifyPattern(pattern, type, before, label);
            return;
        }
        Typed own = new Typed(type, (self, scope) -> self, new Typed.Self(), "this");
        bindings.put(new Bound(label.name(), type, pattern.getDeclaration(), pattern, own));
    }

    private void watch(Pattern pattern, String property, Class<?> type, Condition.Match match) {
        String name = property.startsWith("!") ? property.substring(1) : property;
        List<String> known = context.vocabulary().members(type).propertyNames();
        if (!name.equals("*") && !known.contains(name)) {
            throw new SyntaxError(
                    match.at(),
                    "@watch: " + match.type() + " has no property \"" + name + "\"." + Nearest.hint(name, known));
        }
        pattern.addWatchedProperty(property);
    }

    @Nullable
    VocabularyType type(String name) {
        return context.vocabulary().type(name);
    }

    private String unknownType(String name) {
        List<String> known = new ArrayList<>(context.queries().keySet());
        context.vocabulary().types().forEach(type -> known.add(type.name()));
        return "there is no type \"" + name + "\"." + Nearest.hint(name, known);
    }

    /** Gives a pattern its source; what comes from there may say more about the type. */
    private ValueType source(Condition.Match match, Pattern pattern, Source from, ValueType self, Bindings bindings) {
        return switch (from) {
            case Source.Values values -> {
                values(values, match, pattern, self, bindings);
                yield self;
            }
            case Source.Collect collect ->
                new AccumulateTranslator(context, conditions, this).collect(collect, pattern, self, bindings);
            case Source.Accumulated accumulated ->
                new AccumulateTranslator(context, conditions, this).accumulated(accumulated, pattern, self, bindings);
        };
    }

    private void values(Source.Values from, Condition.Match match, Pattern pattern, ValueType self, Bindings bindings) {
        ConditionNames names = new ConditionNames(context.vocabulary(), bindings, null, null);
        Typed values = new ExpressionCompiler(names).compile(from.expression());
        Class<?> element = values.type().element();
        Class<?> given = values.type().isCollection() ? element : values.type().boxed();
        if (given != null && !given.isAssignableFrom(self.raw()) && !self.raw().isAssignableFrom(given)) {
            throw new SyntaxError(
                    match.typeAt(), "these are values of type " + given.getSimpleName() + ", never a " + match.type());
        }
        Declaration[] declarations = names.declarations();
        From source = new From(
                new FromValues(context.origin(from.at(), "from"), values.guardedCode(), declarations, values.key()));
        source.setResultPattern(pattern);
        pattern.setSource(source);
    }

    /** Whether a class of Java may be imported although rules name it only where something is collected. */
    public static boolean isCollection(String qualified) {
        return qualified.startsWith("java.util.") && COLLECTIONS.containsKey(qualified.substring(10));
    }

    ConstraintTranslator constraints() {
        return constraints;
    }

    static Set<Class<?>> collectionTypes() {
        return Set.of(Collection.class, List.class, Set.class);
    }
}
