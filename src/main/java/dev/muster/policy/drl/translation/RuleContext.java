package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.expression.LocalVariables;
import dev.muster.policy.drl.interpretation.Origin;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.policy.drl.syntax.SyntaxFaults;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drools.base.base.ClassObjectType;

/** What the translation of one rule or query needs everywhere. */
final class RuleContext {
    private final Vocabulary vocabulary;
    private final SyntaxFaults faults;
    private final SourceText source;
    private final RuleTree tree;
    private final Map<String, QuerySignature> queries;
    private final Map<Class<?>, ClassObjectType> types = new HashMap<>();
    private int patterns = -1;

    RuleContext(
            Vocabulary vocabulary,
            SyntaxFaults faults,
            SourceText source,
            RuleTree tree,
            Map<String, QuerySignature> queries) {
        this.vocabulary = vocabulary;
        this.faults = faults;
        this.source = source;
        this.tree = tree;
        this.queries = queries;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    SyntaxFaults faults() {
        return faults;
    }

    Map<String, QuerySignature> queries() {
        return queries;
    }

    Origin origin(int at, String text) {
        return new Origin(tree.name(), source.place(at), text);
    }

    int nextPattern() {
        return ++patterns;
    }

    ClassObjectType objectType(Class<?> type) {
        return types.computeIfAbsent(type, key -> new ClassObjectType(key, false));
    }

    /** The names that an expression can use for which all conditions are met. */
    LocalVariables consequenceNames(Bindings bindings) {
        Map<String, ValueType> known = new LinkedHashMap<>();
        bindings.all().forEach((name, bound) -> known.put(name, bound.type()));
        return new LocalVariables(vocabulary, known, bindings.poisoned(), bindings.isAllPoisoned());
    }
}
