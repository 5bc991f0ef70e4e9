package dev.muster.policy.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what rules can do with a type. */
public final class TypeBuilder<T> {
    private final String name;
    private final Class<T> type;
    private final String doc;
    private final List<Property> properties = new ArrayList<>();
    private final List<Callable> methods = new ArrayList<>();
    private final List<Callable> constructors = new ArrayList<>();

    TypeBuilder(String name, Class<T> type, String doc) {
        this.name = name;
        this.type = type;
        this.doc = doc;
    }

    /** What a method does with a fact and its arguments. */
    @FunctionalInterface
    public interface Method<T> {
        @Nullable
        Object call(T target, Arguments arguments);
    }

    /** Makes a value from arguments. */
    @FunctionalInterface
    public interface Constructor<T> {
        T make(Arguments arguments);
    }

    public TypeBuilder<T> property(
            String property, Class<?> of, Function<? super T, ? extends @Nullable Object> getter, String sentence) {
        return property(property, ValueType.of(of), getter, sentence);
    }

    @SuppressWarnings("unchecked")
    public TypeBuilder<T> property(
            String property, ValueType of, Function<? super T, ? extends @Nullable Object> getter, String sentence) {
        Function<Object, @Nullable Object> read = target -> getter.apply((T) target);
        properties.add(new Property(property, of, read, null, sentence));
        return this;
    }

    /** A property that {@code modify} can set. */
    @SuppressWarnings("unchecked")
    public <V> TypeBuilder<T> property(
            String property,
            Class<V> of,
            Function<? super T, ? extends @Nullable Object> getter,
            BiConsumer<? super T, V> setter,
            String sentence) {
        Function<Object, @Nullable Object> read = target -> getter.apply((T) target);
        BiConsumer<Object, @Nullable Object> write = (target, value) -> setter.accept((T) target, (V) value);
        properties.add(new Property(property, ValueType.of(of), read, write, sentence));
        return this;
    }

    public TypeBuilder<T> method(
            String method, Class<?> returns, List<Parameter> parameters, Method<T> body, String sentence) {
        return method(method, ValueType.of(returns), parameters, body, sentence);
    }

    @SuppressWarnings("unchecked")
    public TypeBuilder<T> method(
            String method, ValueType returns, List<Parameter> parameters, Method<T> body, String sentence) {
        Callable.Body call = (target, arguments) -> body.call((T) java.util.Objects.requireNonNull(target), arguments);
        methods.add(new Callable(method, returns, parameters, call, sentence));
        return this;
    }

    public TypeBuilder<T> constructor(List<Parameter> parameters, Constructor<? extends T> body, String sentence) {
        constructors.add(new Callable(
                name, ValueType.of(type), parameters, (none, arguments) -> body.make(arguments), sentence));
        return this;
    }

    VocabularyType build(boolean builtIn) {
        return new VocabularyType(name, type, properties, methods, constructors, Map.of(), builtIn, doc);
    }
}
