package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.expression.Typed;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;

/**
 * A name that conditions bound.
 *
 * @param own how its value is read from the fact of its own pattern
 */
public record Bound(String name, ValueType type, Declaration declaration, Pattern pattern, Typed own) {}
