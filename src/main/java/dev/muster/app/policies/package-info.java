/**
 * The policies of this process: read from files, published at once and whole, each version kept, their cases run beside the
 * serving.
 */
@NullMarked
package dev.muster.app.policies;

import org.jspecify.annotations.NullMarked;
