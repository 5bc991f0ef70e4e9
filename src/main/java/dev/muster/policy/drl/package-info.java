/**
 * The rule language: loads DRL without compiling it, runs it in ordinary Drools sessions, and says which rule concluded what
 * from which facts. Nothing outside the vocabulary can be reached from a rule, and no other room uses Drools.
 */
@NullMarked
package dev.muster.policy.drl;

import org.jspecify.annotations.NullMarked;
