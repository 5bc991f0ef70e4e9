/**
 * What stands in a rule base where Drools would have generated classes: constraints, consequences and functions that walk
 * compiled expressions, and count what they do.
 */
@NullMarked
package dev.muster.policy.drl.interpretation;

import org.jspecify.annotations.NullMarked;
