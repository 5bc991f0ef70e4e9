/**
 * Turns the tree of rules into Drools' own rule objects, whose constraints, bindings and consequences walk closures instead
 * of running generated classes. What comes out is an ordinary {@code KieBase}.
 */
@NullMarked
package dev.muster.policy.drl.network;

import org.jspecify.annotations.NullMarked;
