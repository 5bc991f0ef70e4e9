package dev.muster.policy.drl;

/** A value that every rule can name. */
public record Global(String name, ValueType type, Object value, String doc) {}
