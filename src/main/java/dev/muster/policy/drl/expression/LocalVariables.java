package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a consequence can use: what the conditions bound, and its own variables. */
public final class LocalVariables implements NameResolution {
    /** A variable of the consequence. */
    record Local(ValueType type, int slot) {}

    private final Vocabulary vocabulary;
    private final Map<String, ValueType> bound;
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>(List.of(new LinkedHashMap<>()));
    private final Set<String> poisoned;
    private final boolean allPoisoned;
    private int slots;

    /**
     * Names for one consequence.
     *
     * @param bound the types of what the conditions bound, by name
     * @param poisoned names whose conditions have faults: what they are is not known
     * @param allPoisoned whether this goes for every name that is not known
     */
    public LocalVariables(
            Vocabulary vocabulary, Map<String, ValueType> bound, Set<String> poisoned, boolean allPoisoned) {
        this.vocabulary = vocabulary;
        this.bound = bound;
        this.poisoned = new LinkedHashSet<>(poisoned);
        this.allPoisoned = allPoisoned;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public @Nullable ValueType self() {
        return null;
    }

    @Override
    public @Nullable Typed variable(String name) {
        Local local = local(name);
        if (local != null) {
            return typed(name, local.type(), local.slot());
        }
        if (poisoned.contains(name) || allPoisoned && !bound.containsKey(name)) {
            throw SyntaxError.silent();
        }
        ValueType type = bound.get(name);
        return type == null ? null : typed(name, type, used.computeIfAbsent(name, key -> slots++));
    }

    private static Typed typed(String name, ValueType type, int slot) {
        return new Typed(type, (self, scope) -> scope.get(slot), new Typed.Variable(name, slot), "#" + slot);
    }

    @Nullable
    Local local(String name) {
        for (Map<String, Local> block : blocks) {
            Local local = block.get(name);
            if (local != null) {
                return local;
            }
        }
        return null;
    }

    boolean isKnown(String name) {
        return local(name) != null || bound.containsKey(name) || poisoned.contains(name);
    }

    @Override
    public Collection<String> variables() {
        Set<String> all = new LinkedHashSet<>(bound.keySet());
        blocks.forEach(block -> all.addAll(block.keySet()));
        return all;
    }

    int declare(String name, ValueType type) {
        Local local = new Local(type, slots++);
        blocks.element().put(name, local);
        return local.slot();
    }

    void poison(String name) {
        poisoned.add(name);
    }

    void open() {
        blocks.push(new LinkedHashMap<>());
    }

    void close() {
        blocks.pop();
    }

    /** How many slots a frame needs. */
    public int slots() {
        return slots;
    }

    /** The names of the conditions' variables that are used, in the order of {@link #usedSlots()}. */
    public List<String> usedNames() {
        return new ArrayList<>(used.keySet());
    }

    public int[] usedSlots() {
        return used.values().stream().mapToInt(Integer::intValue).toArray();
    }
}
