/**
 * Plans carried out in this process: begun, watched, answered and handed in by people and workers, reported.
 */
@NullMarked
package dev.muster.app.runs;

import org.jspecify.annotations.NullMarked;
