/**
 * Gives expressions and statements their meaning: checks them against the vocabulary and turns them into closures. The
 * meaning of operators, null and mixed numbers is that of Drools' own compiler.
 */
@NullMarked
package dev.muster.policy.drl.expression;

import org.jspecify.annotations.NullMarked;
