/**
 * Why something is in a plan, and why not: which rules, rows and words chose it, or which conditions failed and what would
 * have met them. Computed on demand by planning the same task again; nothing of it is kept.
 */
@NullMarked
package dev.muster.policy.why;

import org.jspecify.annotations.NullMarked;
