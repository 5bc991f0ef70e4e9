/**
 * Sees that files of policies change, and when they are at rest; what to make of it is decided elsewhere.
 */
@NullMarked
package dev.muster.app.watch;

import org.jspecify.annotations.NullMarked;
