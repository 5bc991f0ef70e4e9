package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.expression.NameResolution;
import dev.muster.policy.drl.expression.Typed;
import dev.muster.policy.drl.interpretation.Bound;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that one expression of the conditions can use; it keeps which it used. */
final class ConditionNames implements NameResolution {
    private final Vocabulary vocabulary;
    private final Bindings bindings;
    private final @Nullable ValueType self;
    private final @Nullable Pattern pattern;
    private final List<Bound> used = new ArrayList<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private boolean readsAll;

    ConditionNames(Vocabulary vocabulary, Bindings bindings, @Nullable ValueType self, @Nullable Pattern pattern) {
        this.vocabulary = vocabulary;
        this.bindings = bindings;
        this.self = self;
        this.pattern = pattern;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public @Nullable ValueType self() {
        return self;
    }

    @Override
    public @Nullable Typed variable(String name) {
        if (bindings.isPoisoned(name) && !isSlip(name)) {
            throw SyntaxError.silent();
        }
        Bound bound = bindings.find(name);
        if (bound == null) {
            return null;
        }
        if (pattern != null && bound.pattern() == pattern) {
            readsAll |= bound.own().shape() instanceof Typed.Self;
            if (bound.own().shape() instanceof Typed.OwnProperty property) {
                properties.add(property.name());
            }
            return bound.own();
        }
        int slot = slot(bound);
        String key = "#" + slot;
        return new Typed(bound.type(), (fact, scope) -> scope.get(slot), new Typed.Variable(name, slot), key);
    }

    /** Whether a name that could be from a condition which cannot be read is more likely a property that is misspelt. */
    private boolean isSlip(String name) {
        ValueType fact = self;
        return fact != null
                && !name.startsWith("$")
                && Nearest.to(name, vocabulary.members(fact.raw()).propertyNames()) != null;
    }

    private int slot(Bound bound) {
        for (int i = 0; i < used.size(); i++) {
            if (used.get(i).declaration() == bound.declaration()) {
                return i;
            }
        }
        used.add(bound);
        return used.size() - 1;
    }

    @Override
    public Collection<String> variables() {
        return bindings.names();
    }

    @Override
    public void reads(@Nullable String property) {
        if (property == null) {
            readsAll = true;
        } else {
            properties.add(property);
        }
    }

    List<Bound> used() {
        return used;
    }

    Declaration[] declarations() {
        return used.stream().map(Bound::declaration).toArray(Declaration[]::new);
    }

    /** The properties whose change can change the expression; empty if any change can. */
    Set<String> reactsOn() {
        return readsAll ? Set.of() : properties;
    }
}
