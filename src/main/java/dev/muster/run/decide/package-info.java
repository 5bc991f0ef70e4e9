/**
 * What happens next in a run: a pure function of where it is and what time it is.
 */
@NullMarked
package dev.muster.run.decide;

import org.jspecify.annotations.NullMarked;
