/**
 * What a change of policy changes: the same tasks planned on two versions of a pack, and held against each other. Lost reviews
 * come first, since they are what nobody must miss.
 */
@NullMarked
package dev.muster.policy.impact;

import org.jspecify.annotations.NullMarked;
