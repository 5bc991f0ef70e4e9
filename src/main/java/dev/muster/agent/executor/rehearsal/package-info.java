/**
 * Plays calls without calling anybody: by a script, or by chance from a seed.
 */
@NullMarked
package dev.muster.agent.executor.rehearsal;

import org.jspecify.annotations.NullMarked;
