package dev.muster.policy;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when somebody first asks for it, and then stays. What fails is not kept: the next who asks tries again. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> making;
    private volatile @Nullable T made;

    private Lazy(Supplier<? extends T> making, @Nullable T made) {
        this.making = making;
        this.made = made;
    }

    /** A value that is there already. */
    public static <T> Lazy<T> of(T value) {
        return new Lazy<>(() -> value, value);
    }

    public static <T> Lazy<T> by(Supplier<? extends T> making) {
        return new Lazy<>(making, null);
    }

    /** What follows from this value; made at once where this value is there. */
    public <R> Lazy<R> then(Function<? super T, ? extends R> next) {
        T known = made;
        return known == null ? by(() -> next.apply(get())) : of(next.apply(known));
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
