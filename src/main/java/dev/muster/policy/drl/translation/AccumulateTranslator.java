package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.expression.Code;
import dev.muster.policy.drl.expression.ExpressionCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.AccumulateFunctions;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.FunctionAccumulator;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Condition.Source;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.extractors.ArrayElementReader;
import org.drools.base.base.extractors.SelfReferenceClassFieldReader;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.MultiAccumulate;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.SingleAccumulate;
import org.drools.base.rule.accessor.Accumulator;
import org.drools.base.rule.accessor.PatternExtractor;
import org.drools.core.base.accumulators.CollectListAccumulateFunction;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** Turns {@code accumulate} and {@code collect} into patterns whose fact is a result. */
final class AccumulateTranslator {
    private final RuleContext context;
    private final ConditionTranslator conditions;
    private final PatternTranslator patterns;

    AccumulateTranslator(RuleContext context, ConditionTranslator conditions, PatternTranslator patterns) {
        this.context = context;
        this.conditions = conditions;
        this.patterns = patterns;
    }

    /** The source of an accumulate: its element, and the names that it binds. */
    private record Over(RuleConditionElement element, Bindings bindings) {}

    /** One function with the type of its result. */
    private record Part(FunctionAccumulator accumulator, ValueType result) {}

    private Over over(Condition source, Bindings bindings) {
        if (Expansion.of(source).alternatives() > 1) {
            throw new SyntaxError(
                    source.at(),
                    "\"or\" is not supported in what an accumulate goes over: let rules of their own insert a fact for"
                            + " each alternative, and accumulate over those");
        }
        Bindings inside = bindings.inside();
        GroupElement group = new GroupElement(GroupElement.AND);
        int before = context.faults().count();
        List<Condition> parts = source instanceof Condition.And and ? and.parts() : List.of(source);
        conditions.addAll(group, parts, inside);
        if (group.getChildren().isEmpty()) {
            if (context.faults().count() > before) {
                throw SyntaxError.silent();
            }
            throw new SyntaxError(source.at(), "the accumulate goes over nothing");
        }
        boolean single = group.getChildren().size() == 1;
        return new Over(single ? group.getChildren().getFirst() : group, inside);
    }

    Pattern accumulate(Condition.Accumulate accumulate, Bindings bindings) {
        Over over = over(accumulate.source(), bindings);
        List<Part> parts = new ArrayList<>();
        for (Condition.Function function : accumulate.functions()) {
            parts.add(part(function, over, bindings));
        }
        boolean single = parts.size() == 1;
        ValueType type = single ? parts.getFirst().result() : ValueType.of(Object[].class);
        Condition.Label label = single ? accumulate.functions().getFirst().label() : null;
        Pattern pattern = new Pattern(
                context.nextPattern(),
                0,
                0,
                context.objectType(type.boxed()),
                label == null ? "_" + accumulate.at() : label.name(),
                true);
        Declaration[] required = required(parts);
        Accumulator[] accumulators = parts.stream().map(Part::accumulator).toArray(Accumulator[]::new);
        pattern.setSource(
                single
                        ? new SingleAccumulate(over.element(), required, accumulators[0])
                        : new MultiAccumulate(over.element(), required, accumulators, accumulators.length));
        for (int i = 0; i < parts.size(); i++) {
            bindResult(
                    accumulate.functions().get(i).label(), parts.get(i).result(), pattern, single ? -1 : i, bindings);
        }
        for (Condition.Constraint constraint : accumulate.constraints()) {
            patterns.constraints().add(pattern, type, constraint, bindings);
        }
        return pattern;
    }

    private static Declaration[] required(List<Part> parts) {
        Set<Declaration> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.accumulator().outerDeclarations()));
        return all.toArray(Declaration[]::new);
    }

    private void bindResult(
            Condition.@Nullable Label label, ValueType type, Pattern pattern, int position, Bindings bindings) {
        if (label == null) {
            return;
        }
        if (bindings.find(label.name()) != null) {
            throw new SyntaxError(label.at(), "\"" + label.name() + "\" is already bound: choose another name");
        }
        Class<?> raw = type.boxed();
        if (position < 0) {
            Declaration declaration =
                    new Declaration(label.name(), new PatternExtractor(new ClassObjectType(raw)), pattern, true);
            pattern.addDeclaration(declaration);
            Typed own = new Typed(type, (self, scope) -> self, new Typed.Self(), "this");
            bindings.put(new Bound(label.name(), type, declaration, pattern, own));
            return;
        }
        ArrayElementReader reader =
                new ArrayElementReader(new SelfReferenceClassFieldReader(Object[].class), position, raw);
        Declaration declaration = new Declaration(label.name(), reader, pattern, true);
        pattern.addDeclaration(declaration);
        Code code = (self, scope) -> self instanceof Object[] results ? results[position] : null;
        Typed own = new Typed(type, code, new Typed.OwnProperty("result" + position), "this[" + position + "]");
        bindings.put(new Bound(label.name(), type, declaration, pattern, own));
    }

    private Part part(Condition.Function function, Over over, Bindings bindings) {
        Expr argument =
                function.arguments().isEmpty() ? null : function.arguments().getFirst();
        ConditionNames names = new ConditionNames(context.vocabulary(), over.bindings(), null, null);
        Typed typed = argument == null ? null : new ExpressionCompiler(names).compile(argument);
        AccumulateFunctions.Chosen chosen = AccumulateFunctions.choose(function, typed == null ? null : typed.type());
        FunctionAccumulator accumulator =
                accumulator(function.at(), function.name(), chosen.function(), typed, names, bindings);
        return new Part(accumulator, chosen.result());
    }

    private FunctionAccumulator accumulator(
            int at,
            String name,
            AccumulateFunction<Serializable> function,
            @Nullable Typed argument,
            ConditionNames names,
            Bindings outer) {
        List<Bound> used = names.used();
        boolean[] inner = new boolean[used.size()];
        for (int i = 0; i < inner.length; i++) {
            Bound bound = used.get(i);
            inner[i] = outer.find(bound.name()) != bound;
        }
        String key = name + "(" + (argument == null ? "" : argument.key()) + ")";
        return new FunctionAccumulator(
                context.origin(at, name),
                function,
                argument == null ? null : argument.guardedCode(),
                inner,
                names.declarations(),
                key);
    }

    /** {@code List( … ) from collect( … )}. */
    ValueType collect(Source.Collect collect, Pattern pattern, ValueType self, Bindings bindings) {
        if (!PatternTranslator.collectionTypes().contains(self.raw())) {
            throw new SyntaxError(
                    collect.at(), "\"collect\" gives a List, a Set or a Collection: write one of them before \"from\"");
        }
        Over over = over(collect.pattern(), bindings);
        Class<?> element =
                over.element() instanceof Pattern inner && inner.getObjectType() instanceof ClassObjectType objects
                        ? objects.getClassType()
                        : null;
        AccumulateFunction<Serializable> function = function(self.is(Set.class));
        ConditionNames none = new ConditionNames(context.vocabulary(), over.bindings(), null, null);
        FunctionAccumulator accumulator = accumulator(collect.at(), "collect", function, null, none, bindings);
        pattern.setSource(new SingleAccumulate(over.element(), new Declaration[0], accumulator));
        return new ValueType(self.raw(), element);
    }

    @SuppressWarnings("unchecked")
    private static AccumulateFunction<Serializable> function(boolean set) {
        AccumulateFunction<?> function = set ? new CollectSetAccumulateFunction() : new CollectListAccumulateFunction();
        return (AccumulateFunction<Serializable>) function;
    }

    /** {@code Number( intValue > 3 ) from accumulate( …, sum( $x ) )}. */
    ValueType accumulated(Source.Accumulated from, Pattern pattern, ValueType self, Bindings bindings) {
        Over over = over(from.source(), bindings);
        Part part = part(from.function(), over, bindings);
        if (!self.raw().isAssignableFrom(part.result().boxed())) {
            throw new SyntaxError(
                    from.at(),
                    "\"" + from.function().name() + "\" gives " + part.result().shown() + ", which is never a "
                            + self.shown());
        }
        pattern.setSource(new SingleAccumulate(over.element(), required(List.of(part)), part.accumulator()));
        return self;
    }
}
