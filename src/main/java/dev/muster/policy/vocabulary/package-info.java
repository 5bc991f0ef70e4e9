/**
 * What rules can see and say, and in which words a plan, a guide and an error show it.
 */
@NullMarked
package dev.muster.policy.vocabulary;

import org.jspecify.annotations.NullMarked;
