/**
 * The rule language as its users see it: the vocabulary, files of rules, limits, and what a session concluded by which rule
 * from which facts. The rooms below load DRL without compiling it and run it in ordinary Drools sessions. Nothing outside
 * the vocabulary can be reached from a rule, and no room but these uses Drools.
 */
@NullMarked
package dev.muster.policy.drl;

import org.jspecify.annotations.NullMarked;
