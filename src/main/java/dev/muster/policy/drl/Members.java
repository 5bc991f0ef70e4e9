package dev.muster.policy.drl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties and methods of a class, its own before those of its registered supertypes. */
public final class Members {
    private final Map<String, Property> properties;
    private final Map<String, List<Callable>> methods;
    private final List<String> order;

    private Members(Map<String, Property> properties, Map<String, List<Callable>> methods, List<String> order) {
        this.properties = properties;
        this.methods = methods;
        this.order = order;
    }

    static Members of(List<VocabularyType> types) {
        Map<String, Property> properties = new LinkedHashMap<>();
        Map<String, List<Callable>> methods = new LinkedHashMap<>();
        for (VocabularyType type : types) {
            type.properties().forEach(property -> properties.putIfAbsent(property.name(), property));
            type.methods()
                    .forEach(method -> methods.computeIfAbsent(method.name(), _ -> new ArrayList<>())
                            .add(method));
        }
        Set<String> order = new LinkedHashSet<>();
        types.reversed().forEach(type -> type.properties().forEach(property -> order.add(property.name())));
        return new Members(properties, methods, List.copyOf(order));
    }

    public @Nullable Property property(String name) {
        return properties.get(name);
    }

    /** In a fixed order, those of supertypes first: the position of a property is its bit in property reactivity. */
    public List<String> propertyNames() {
        return order;
    }

    /** Whether a rule can change any of the properties. */
    public boolean isMutable() {
        return properties.values().stream().anyMatch(property -> property.setter() != null);
    }

    public List<Callable> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }

    public Set<String> methodNames() {
        return Collections.unmodifiableSet(methods.keySet());
    }
}
