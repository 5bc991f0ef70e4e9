/**
 * Looks at rules that did not conclude something: which of their conditions were not met, and which facts would have met them.
 * It reads the rules' text and the facts of a session that has ended; it runs nothing.
 */
@NullMarked
package dev.muster.policy.drl.explain;

import org.jspecify.annotations.NullMarked;
