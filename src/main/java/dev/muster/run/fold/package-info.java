/**
 * Where a run is: the fold of its events, and of nothing else.
 */
@NullMarked
package dev.muster.run.fold;

import org.jspecify.annotations.NullMarked;
