/**
 * What the work that rules cause may take: one clock and one account of memory, from reading to reasons. Every room may ask it, so
 * that no loop in any of them is outside of the limits.
 */
@NullMarked
package dev.muster.limit;

import org.jspecify.annotations.NullMarked;
