/**
 * Turns the tree of rules into Drools' own rule objects, whose constraints, bindings and consequences walk closures instead of
 * running generated classes.
 */
@NullMarked
package dev.muster.policy.drl.translation;

import org.jspecify.annotations.NullMarked;
