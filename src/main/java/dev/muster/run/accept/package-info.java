/**
 * What may come into a run from outside: results, verdicts, answers, wishes; whose word counts for what; and what follows from
 * it.
 */
@NullMarked
package dev.muster.run.accept;

import org.jspecify.annotations.NullMarked;
