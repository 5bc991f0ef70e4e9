package dev.muster.policy.drl;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a rule can touch, each with a sentence about it: the language's documentation, and its sandbox, since a rule
 * reaches nothing that is not registered here. It is made of lambdas, so a native executable needs no reflection for it.
 */
public final class Vocabulary {
    private final Map<String, VocabularyType> types;
    private final Map<Class<?>, VocabularyType> byClass;
    private final List<Callable> functions;
    private final Map<String, Global> globals;
    private final Map<Class<?>, Members> members = new ConcurrentHashMap<>();

    private Vocabulary(Builder builder) {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(builder.types));
        Map<Class<?>, VocabularyType> classes = new LinkedHashMap<>();
        types.values().forEach(type -> classes.putIfAbsent(type.javaType(), type));
        byClass = classes;
        functions = List.copyOf(builder.functions);
        globals = Collections.unmodifiableMap(new LinkedHashMap<>(builder.globals));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All types in the order in which they were registered, the language's own first. */
    public Collection<VocabularyType> types() {
        return types.values();
    }

    /** The type of a simple or qualified name, or null. */
    public @Nullable VocabularyType type(String name) {
        VocabularyType simple = types.get(name);
        if (simple != null || name.indexOf('.') < 0) {
            return simple;
        }
        VocabularyType last = types.get(name.substring(name.lastIndexOf('.') + 1));
        boolean same = last != null && name.equals(last.javaType().getCanonicalName());
        return same ? last : null;
    }

    public @Nullable VocabularyType type(Class<?> javaType) {
        return byClass.get(javaType);
    }

    public List<Callable> functions() {
        return functions;
    }

    public Collection<Global> globals() {
        return globals.values();
    }

    public @Nullable Global global(String name) {
        return globals.get(name);
    }

    /** What can be read from and called on values of a class, its registered supertypes' included. */
    public Members members(Class<?> javaType) {
        return members.computeIfAbsent(javaType, this::collect);
    }

    private Members collect(Class<?> javaType) {
        Class<?> boxed = ValueType.of(javaType).boxed();
        List<VocabularyType> fitting = types.values().stream()
                .filter(type -> type.javaType().isAssignableFrom(boxed))
                .sorted(Comparator.comparingInt(type -> distance(type.javaType(), boxed)))
                .toList();
        return Members.of(fitting);
    }

    private static int distance(Class<?> general, Class<?> special) {
        return general == special ? 0 : general == Object.class ? 2 : 1;
    }

    /** Registers the words of a vocabulary. */
    public static final class Builder {
        private final Map<String, VocabularyType> types = new LinkedHashMap<>();
        private final List<Callable> functions = new java.util.ArrayList<>();
        private final Map<String, Global> globals = new LinkedHashMap<>();

        private Builder() {
            BuiltIns.addTo(this);
        }

        public <T> Builder type(Class<T> type, String doc, UnaryOperator<TypeBuilder<T>> content) {
            return type(type.getSimpleName(), type, doc, content, false);
        }

        <T> Builder type(
                String name, Class<T> type, String doc, UnaryOperator<TypeBuilder<T>> content, boolean builtIn) {
            VocabularyType before = types.put(
                    name, content.apply(new TypeBuilder<>(name, type, doc)).build(builtIn));
            if (before != null) {
                throw new IllegalArgumentException("Two types have the name " + name);
            }
            return this;
        }

        public <E extends Enum<E>> Builder enumeration(Class<E> type, String doc) {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (E constant : type.getEnumConstants()) {
                constants.put(constant.name(), constant);
            }
            String name = type.getSimpleName();
            List<Property> none = List.of();
            types.put(name, new VocabularyType(name, type, none, List.of(), List.of(), constants, false, doc));
            return this;
        }

        public Builder function(
                String name,
                ValueType returns,
                List<Parameter> parameters,
                TypeBuilder.Constructor<?> body,
                String doc) {
            functions.add(new Callable(name, returns, parameters, (none, arguments) -> body.make(arguments), doc));
            return this;
        }

        public Builder global(String name, ValueType type, Object value, String doc) {
            globals.put(name, new Global(name, type, value, doc));
            return this;
        }

        public Vocabulary build() {
            return new Vocabulary(this);
        }
    }
}
