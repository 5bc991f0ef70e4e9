package dev.muster.policy.drl;

/** A parameter of something that a rule can call. */
public record Parameter(String name, ValueType type) {
    public static Parameter param(String name, Class<?> type) {
        return new Parameter(name, ValueType.of(type));
    }

    public static Parameter param(String name, ValueType type) {
        return new Parameter(name, type);
    }

    @Override
    public String toString() {
        return type.shown() + " " + name;
    }
}
