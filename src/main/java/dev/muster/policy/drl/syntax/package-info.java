/**
 * Reads the text of rules into a tree: tokens, expressions, conditions, statements, rules. It knows how DRL is written, not
 * what it means; each part of the tree knows where it stands in its file, and what cannot be read is a fault with a place.
 */
@NullMarked
package dev.muster.policy.drl.syntax;

import org.jspecify.annotations.NullMarked;
