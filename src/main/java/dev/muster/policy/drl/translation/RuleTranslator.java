package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.expression.Action;
import dev.muster.policy.drl.expression.LocalVariables;
import dev.muster.policy.drl.expression.StatementCompiler;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.interpretation.CodeReader;
import dev.muster.policy.drl.interpretation.Consequent;
import dev.muster.policy.drl.interpretation.InterpretedConsequence;
import dev.muster.policy.drl.interpretation.TypeMasks;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.QueryImpl;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.QueryElement;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.constraint.QueryNameConstraint;
import org.drools.core.base.DroolsQueryImpl;
import org.jspecify.annotations.Nullable;

/** Turns a rule or a query into Drools' rule object. */
public final class RuleTranslator {
    private final Vocabulary vocabulary;
    private final TypeMasks masks;
    private final String packageName;

    public RuleTranslator(Vocabulary vocabulary, TypeMasks masks, String packageName) {
        this.vocabulary = vocabulary;
        this.masks = masks;
        this.packageName = packageName;
    }

    /** A rule object with its consequence, which the next load can use again. */
    public record Translated(RuleImpl rule, Consequent consequent) {}

    /**
     * The rule object; where the rule has faults, it must not be used.
     *
     * @param inherited the conditions of the rules that it extends, the outermost first
     * @param known its consequence where it is compiled already
     */
    public Translated rule(
            SourceText source,
            RuleTree tree,
            List<Condition> inherited,
            RuleInfo info,
            Map<String, QuerySignature> queries,
            @Nullable Consequent known,
            SyntaxFaults faults) {
        faults.inside(tree.shown());
        RuleImpl rule = new RuleImpl(tree.name());
        rule.setPackage(packageName);
        RuleContext context = new RuleContext(vocabulary, faults, source, tree, queries);
        Bindings bindings = new Bindings();
        List<Condition> conditions = new ArrayList<>(inherited);
        conditions.addAll(tree.conditions().parts());
        if (tree.broken()) {
            bindings.poisonAll();
        }
        populate(context, rule.getLhs(), conditions, bindings);
        Attributes.apply(context, tree, rule, bindings);
        Consequent consequent = known == null ? consequent(context, source, tree, info, bindings) : known;
        consequent.giveTo(rule);
        faults.inside(null);
        return new Translated(rule, consequent);
    }

    private void populate(RuleContext context, GroupElement group, List<Condition> conditions, Bindings bindings) {
        new ConditionTranslator(context).addAll(group, conditions, bindings);
        if (needsStart(group)) {
            group.addChild(0, new Pattern(context.nextPattern(), ClassObjectType.InitialFact_ObjectType));
        }
    }

    /** Whether something has to be matched first so that the rule can begin. */
    private static boolean needsStart(RuleConditionElement element) {
        if (element instanceof GroupElement group) {
            return group.getChildren().isEmpty()
                    || needsStart(group.getChildren().getFirst());
        }
        return element instanceof QueryElement;
    }

    private Consequent consequent(
            RuleContext context, SourceText source, RuleTree tree, RuleInfo info, Bindings bindings) {
        LocalVariables names = context.consequenceNames(bindings);
        Action action = new StatementCompiler(names, context.faults()).compile(tree.consequence());
        InterpretedConsequence code =
                new InterpretedConsequence(info, source, action, names.slots(), names.usedSlots(), masks);
        return new Consequent(code, names.usedNames());
    }

    public QueryImpl query(
            SourceText source,
            RuleTree tree,
            QuerySignature signature,
            Map<String, QuerySignature> queries,
            SyntaxFaults faults) {
        faults.inside(tree.shown());
        QueryImpl query = new QueryImpl(tree.name());
        query.setPackage(packageName);
        RuleContext context = new RuleContext(vocabulary, faults, source, tree, queries);
        Bindings bindings = new Bindings();
        query.getLhs().addChild(parameters(context, query, signature, bindings));
        if (tree.broken()) {
            bindings.poisonAll();
        }
        populate(context, query.getLhs(), tree.conditions().parts(), bindings);
        faults.inside(null);
        return query;
    }

    private static Pattern parameters(
            RuleContext context, QueryImpl query, QuerySignature signature, Bindings bindings) {
        Pattern pattern = new Pattern(context.nextPattern(), 0, 0, ClassObjectType.DroolsQuery_ObjectType, null);
        CodeReader name = new CodeReader(
                null,
                -1,
                Object.class,
                (self, scope) -> self instanceof DroolsQueryImpl called ? called.getName() : null,
                "query");
        pattern.addConstraint(new QueryNameConstraint(name, signature.name()));
        List<Parameter> parameters = signature.parameters();
        Declaration[] declarations = new Declaration[parameters.size()];
        for (int i = 0; i < declarations.length; i++) {
            int position = i;
            Parameter parameter = parameters.get(i);
            CodeReader reader = new CodeReader(
                    null,
                    i,
                    parameter.type().boxed(),
                    (self, scope) -> self instanceof DroolsQueryImpl called ? called.getElements()[position] : null,
                    "parameter" + i);
            declarations[i] = new Declaration(parameter.name(), reader, pattern, false);
            pattern.addDeclaration(declarations[i]);
            Typed own = new Typed(parameter.type(), (self, scope) -> self, new Typed.Self(), "this");
            bindings.put(new Bound(parameter.name(), parameter.type(), declarations[i], pattern, own));
        }
        query.setParameters(declarations);
        return pattern;
    }
}
