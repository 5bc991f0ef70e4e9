/**
 * A task becomes a plan: which pack plans it, what it hands to other packs, what people answer; plans are kept, found,
 * explained and made again.
 */
@NullMarked
package dev.muster.app.planning;

import org.jspecify.annotations.NullMarked;
